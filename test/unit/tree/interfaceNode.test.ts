import type { TreeItem } from 'vscode';
import { describe, expect, it } from 'vitest';
import type { NetworkInterface } from '../../../src/model/networkInterface';
import { hoverOf } from '../../../src/tree/nodeItem';
import { buildInterface, buildSubnet, buildVpc } from '../../support/buildNetwork';
import { fakeApi } from '../../support/fakeApi';
import { openNetworkTree } from '../../support/networkTreeBench';
import { drawTree } from '../../support/treeText';

/** The rows of these interfaces, in order. */
async function rowsOf(...interfaces: readonly NetworkInterface[]): Promise<TreeItem[]> {
  const api = fakeApi({
    getVpcList: () => Promise.resolve([buildVpc()]),
    getSubnetList: () => Promise.resolve([buildSubnet()]),
    getNetworkInterfaceList: () => Promise.resolve([...interfaces]),
  });
  const { tree } = await openNetworkTree(() => Promise.resolve(api));
  return (await drawTree(tree)).filter(({ node }) => node.subject.kind === 'interface').map(({ item }) => item);
}

describe('the row of an interface', () => {
  it('is told apart by what can be done with it', async () => {
    const addresses = ['20', '21', '22', '23', '24'].map((last) => `10.0.10.${last}`);
    const rows = await rowsOf(
      ...[0, 2, 5].map((held) =>
        buildInterface({ networkInterfaceNo: String(held), secondaryIpList: addresses.slice(0, held) }),
      ),
    );
    expect(rows.map(({ contextValue }) => contextValue)).toEqual(['interfaceEmpty', 'interface', 'interfaceFull']);
  });

  it('keeps the service from writing Markdown into its tooltip', async () => {
    const networkInterfaceDescription = '[click](command:x)\n| a |\nhttps://evil.example';
    const [item] = await rowsOf(buildInterface({ networkInterfaceDescription }));
    const row = hoverOf(item!)
      .split('\n')
      .find((line) => line.includes('click'));
    expect(row).toContain('\\[click\\]\\(command:x) \\| a \\| https\\://evil.example');
  });
});
