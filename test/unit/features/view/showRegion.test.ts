import { describe, expect, it } from 'vitest';
import type { NcloudApi } from '../../../../src/api/ncloudApi';
import { showRegion } from '../../../../src/features/view/showRegion';
import type { TreeNode } from '../../../../src/tree/node';
import { apiFailure } from '../../../support/apiFailure';
import { buildScope } from '../../../support/buildProfile';
import { fakeApi } from '../../../support/fakeApi';
import { openNetworkTree } from '../../../support/networkTreeBench';

const scope = buildScope();
const japan = { ...scope, regionCode: 'JPN' };

async function open(methods: Partial<NcloudApi> = {}) {
  const bench = await openNetworkTree(() => Promise.resolve(fakeApi(methods)));
  const opened: string[] = [];
  const view = {
    reveal: (node: TreeNode) => {
      opened.push(node.id);
      return Promise.resolve();
    },
  };
  return { ...bench, opened, context: { ...bench, view } as unknown as Parameters<typeof showRegion>[0] };
}

describe('a region that was switched to', () => {
  it('is opened where it stands beside others', async () => {
    const { context, opened, scopes } = await open();
    await scopes.pin([scope, japan]);
    await showRegion(context, japan);
    expect(opened).toEqual(['p1/JPN']);
  });

  it('has no row to open where it stands alone', async () => {
    const { context, opened } = await open();
    await showRegion(context, scope);
    expect(opened).toEqual([]);
  });

  it('is read again when it could not be read', async () => {
    let isAway = true;
    const { context, scopes, networks } = await open({
      getNetworkInterfaceList: () => (isAway ? Promise.reject(apiFailure('refused')) : Promise.resolve([])),
    });
    await scopes.pin([scope, japan]);
    await expect(networks.load(japan)).rejects.toThrow('getVpcList: refused');
    isAway = false;
    await showRegion(context, japan);
    await expect.poll(() => networks.state(japan).kind).toBe('loaded');
  });
});
