import { describe, expect, it, onTestFinished } from 'vitest';
import { switchRegion } from '../../../../src/features/view/switchRegion';
import { createDisplayStore } from '../../../../src/session/displayStore';
import { NetworkTree } from '../../../../src/tree/networkTree';
import type { TreeNode } from '../../../../src/tree/node';
import { call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { memoryMemento } from '../../../support/memoryMemento';
import { user, type Reply } from '../../../support/scriptedPrompter';

/** Korea, which was read, and Japan side by side; like VS Code, the view asks for the rows of what it opens, and of all that is open when the tree changes. */
async function openPinned(...script: readonly Reply[]) {
  const bench = await openCommandBench(...script);
  const { networks, scopes, keyEnds, fresh } = bench.context;
  const [korea, japan] = ['KR', 'JPN'].map((regionCode) => ({ profile: bench.profile, regionCode }));
  if (!korea || !japan) throw new Error('Two regions are needed');
  await scopes.pin([korea, japan]);
  await networks.load(korea);
  const tree = new NetworkTree({ networks, scopes, displays: createDisplayStore(memoryMemento()), keyEnds, fresh });
  onTestFinished(() => tree.dispose());
  const opened: string[] = [];
  const view = {
    async reveal(node: TreeNode, { expand }: { expand: boolean }): Promise<void> {
      if (!expand) return;
      tree.onDidChangeTreeData(() => void tree.getChildren(node));
      opened.push(node.id);
      await tree.getChildren(node);
    },
  };
  await bench.sandbox.clearRequests();
  return { ...bench, japan, opened, context: { ...bench.context, tree, view: view as never } };
}

type Pinned = Awaited<ReturnType<typeof openPinned>>;

/** The regions whose interfaces were asked for once Japan is there, in the order of the calls. */
async function reads({ sandbox, context, japan }: Pinned): Promise<(string | undefined)[]> {
  await expect.poll(() => context.networks.state(japan).kind).toBe('loaded');
  const requests = await sandbox.requests();
  return requests.filter(({ action }) => action === 'getNetworkInterfaceList').map(({ params }) => params.regionCode);
}

describe('Switch Region to a pinned region', () => {
  it.each([
    ['by code', { regionCode: 'JPN', interactive: false }, []],
    ['when asked', {}, [user.picks('JPN')]],
  ])('opens its row, which reads it with one call and no other: %s', async (_, options, script) => {
    const bench = await openPinned(...script);
    const { context, profile, opened } = bench;
    expect(await call(switchRegion, context, options)).toEqual({ profile: profile.id, regionCode: 'JPN' });
    expect(opened).toEqual([`${profile.id}/JPN`]);
    expect(await reads(bench)).toEqual(['JPN']);
    expect(context.scopes.pinned().map(({ regionCode }) => regionCode)).toEqual(['KR', 'JPN']);
  });

  it('reads what could not be read once, though both the switch and the opened row want it', async () => {
    const bench = await openPinned();
    const { context, sandbox, japan, opened } = bench;
    await sandbox.faults([{ action: 'getNetworkInterfaceList', fault: 'permission', times: 1 }]);
    await expect(context.networks.load(japan)).rejects.toThrow('getNetworkInterfaceList: permission');
    await sandbox.clearRequests();
    await call(switchRegion, context, { regionCode: 'JPN', interactive: false });
    expect(opened).toHaveLength(1);
    expect(await reads(bench)).toEqual(['JPN']);
  });

  it('opens what was read before without a call', async () => {
    const bench = await openPinned();
    const { context, sandbox, japan, opened } = bench;
    await context.networks.load(japan);
    await sandbox.clearRequests();
    await call(switchRegion, context, { regionCode: 'JPN', interactive: false });
    expect(opened).toHaveLength(1);
    expect(await reads(bench)).toEqual([]);
  });
});
