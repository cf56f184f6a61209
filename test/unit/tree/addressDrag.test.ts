import { window, type CancellationToken, type DataTransfer, type DataTransferItem } from 'vscode';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAddressDrag } from '../../../src/tree/addressDrag';
import type { Subject, TreeNode } from '../../../src/tree/node';
import { buildInterface, buildSubnet, buildVpc } from '../../support/buildNetwork';
import { fakeApi } from '../../support/fakeApi';
import { openNetworkTree } from '../../support/networkTreeBench';
import { drawTree } from '../../support/treeText';

const mime = 'application/vnd.code.tree.ncloudip.network';
const token = {} as CancellationToken;

async function open() {
  const api = fakeApi({
    getVpcList: () => Promise.resolve([buildVpc()]),
    getSubnetList: () => Promise.resolve([buildSubnet()]),
    getNetworkInterfaceList: () =>
      Promise.resolve([
        buildInterface({ networkInterfaceNo: '1', secondaryIpList: ['10.0.10.20', '10.0.10.21'] }),
        buildInterface({ networkInterfaceNo: '2', ip: '10.0.10.15', secondaryIpList: ['10.0.10.30'] }),
      ]),
  });
  const { tree } = await openNetworkTree(() => Promise.resolve(api));
  const nodes = (await drawTree(tree)).map(({ node }) => node);
  const nodeOf = (id: string): TreeNode => nodes.find((node) => node.id.endsWith(id))!;
  const drops: [readonly Subject[], Subject][] = [];
  const drag = createAddressDrag((addresses, target) => drops.push([addresses, target]));
  const kept = new Map<string, DataTransferItem>();
  return { nodeOf, drops, drag, kept, data: kept as unknown as DataTransfer };
}

afterEach(() => vi.restoreAllMocks());

describe('addressDrag', () => {
  it('carries the secondary IPs of a selection, also as text, and drops them on an interface', async () => {
    const { nodeOf, drops, drag, kept, data } = await open();
    const dragged = [nodeOf('/10.0.10.20'), nodeOf('/10.0.10.14'), nodeOf('nic-1'), nodeOf('/10.0.10.21')];
    await drag.handleDrag?.(dragged, data, token);
    expect(kept.get('text/plain')?.value).toBe('10.0.10.20\n10.0.10.21');
    await drag.handleDrop?.(nodeOf('nic-2'), data, token);
    expect(drops).toHaveLength(1);
    const [addresses, target] = drops[0]!;
    expect(addresses).toEqual([nodeOf('/10.0.10.20').subject, nodeOf('/10.0.10.21').subject]);
    expect(target).toMatchObject({ kind: 'interface', networkInterfaceNo: '2' });
  });

  it('takes an address of an interface for the interface', async () => {
    const { nodeOf, drops, drag, data } = await open();
    await drag.handleDrag?.([nodeOf('/10.0.10.20')], data, token);
    await drag.handleDrop?.(nodeOf('/10.0.10.30'), data, token);
    expect(drops[0]?.[1]).toMatchObject({ networkInterfaceNo: '2' });
  });

  it.each(['/10.0.10.14', 'nic-1', 'subnet-3104'])('moves nothing of %s, and says what can move', async (id) => {
    const { nodeOf, drops, drag, kept, data } = await open();
    const said = vi.spyOn(window, 'setStatusBarMessage');
    await drag.handleDrag?.([nodeOf(id)], data, token);
    expect(kept.has('text/plain')).toBe(false);
    // VS Code puts an item of its own in place of one that is missing.
    expect(kept.has(mime)).toBe(true);
    await drag.handleDrop?.(nodeOf('nic-2'), data, token);
    expect(drops).toEqual([]);
    expect(said).toHaveBeenCalledWith('Only secondary IPs can be moved.', expect.anything());
  });

  it.each([
    ['what VS Code fills in', '{"id":"ncloudip.network","itemHandles":["0/1"]}'],
    ['subjects that were not dragged here', [{ kind: 'address', role: 'secondary', address: '10.0.10.20' }]],
    ['anything else', undefined],
  ])('trusts nothing that comes back: %s moves nothing', async (_, value) => {
    const { nodeOf, drops, drag, kept, data } = await open();
    kept.set(mime, { value } as unknown as DataTransferItem);
    await drag.handleDrop?.(nodeOf('nic-2'), data, token);
    expect(drops).toEqual([]);
  });

  it('does nothing when dropped beside an interface, or when something else is dropped', async () => {
    const { nodeOf, drops, drag, data, kept } = await open();
    await drag.handleDrag?.([nodeOf('/10.0.10.20')], data, token);
    await drag.handleDrop?.(nodeOf('subnet-3104'), data, token);
    await drag.handleDrop?.(undefined, data, token);
    kept.delete(mime);
    await drag.handleDrop?.(nodeOf('nic-2'), data, token);
    expect(drops).toEqual([]);
  });
});
