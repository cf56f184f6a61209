import { describe, expect, it } from 'vitest';
import { openNetworkTree, openSandboxApi } from '../../support/networkTreeBench';
import { drawTree } from '../../support/treeText';

describe('vpcNode', () => {
  it('shows a VPC of another type as a row that names its type', async () => {
    const { api } = await openSandboxApi({ transitVpc: true });
    const { tree } = await openNetworkTree(() => Promise.resolve(api));
    const vpcs = (await drawTree(tree)).filter(({ node }) => node.subject.kind === 'vpc');
    expect(vpcs.map(({ item }) => [item.label, String(item.description).includes('TRANSIT')])).toEqual([
      ['prod-vpc', false],
      ['transit-vpc', true],
      ['개발-vpc', false],
    ]);
    const transit = vpcs[1]?.item;
    expect(transit?.description).toBe('10.200.0.0/16 · TRANSIT · 0 subnets');
    expect(transit?.accessibilityInformation?.label).toBe('VPC transit-vpc, 10.200.0.0/16, TRANSIT, 0 subnets');
  });
});
