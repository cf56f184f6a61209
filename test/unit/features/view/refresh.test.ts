import { describe, expect, it, vi } from 'vitest';
import type { Arguments } from '../../../../src/features/readArguments';
import { refresh } from '../../../../src/features/view/refresh';
import { refreshNode } from '../../../../src/features/view/refreshNode';
import type { NetworkPart } from '../../../../src/session/readPart';
import type { Subject } from '../../../../src/tree/node';
import { onRows } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';

/** A region that was read once; `again` is Refresh of a node of it, and tells which actions were called. */
async function openRegion() {
  const { sandbox, profile, context } = await openCommandBench();
  const scope = { profile, regionCode: 'KR' };
  await context.networks.load(scope);
  return {
    sandbox,
    async held(networkInterfaceNo: string) {
      const { network } = await context.networks.load(scope);
      return network.interface(networkInterfaceNo)?.secondaryIpList;
    },
    async again(part: NetworkPart, command: typeof refresh | typeof refreshNode = refreshNode): Promise<string[]> {
      await sandbox.clearRequests();
      const subject = { ...part, scope, address: '', role: 'primary' } as Subject;
      await command(context, onRows(subject));
      return (await sandbox.requests()).map(({ action }) => action);
    },
    async regionsRead(options: Arguments['options']): Promise<string[]> {
      const spy = vi.spyOn(context.networks, 'refresh');
      await refresh(context, { subjects: [], options, isProgrammatic: options.interactive === false });
      return spy.mock.calls.map(([{ regionCode }]) => regionCode);
    },
    show: (regionCode: string) => context.scopes.pin([{ ...scope, regionCode }]),
  };
}

const interfaceList = ['getNetworkInterfaceList'];

describe('Refresh', () => {
  it.each<NetworkPart>([
    { kind: 'interface', networkInterfaceNo: '701236' },
    { kind: 'address', networkInterfaceNo: '701236' },
    { kind: 'server', serverInstanceNo: '10423318' },
    { kind: 'subnet', subnetNo: '3104' },
  ])('of a node ($kind) is one call, and what it brings is shown', async (part) => {
    const region = await openRegion();
    await region.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.177' } });
    expect(await region.again(part)).toEqual(interfaceList);
    expect(await region.held('701236')).toEqual(['10.0.10.177']);
  });

  it('of an interface leaves the others as they were read', async () => {
    const region = await openRegion();
    await region.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.177' } });
    await region.again({ kind: 'interface', networkInterfaceNo: '701237' });
    expect(await region.held('701236')).toEqual([]);
  });

  it('reads the region when the interface is not there any more', async () => {
    const region = await openRegion();
    await region.sandbox.change({ remove: { networkInterfaceNo: '701236' } });
    const actions = await region.again({ kind: 'subnet', subnetNo: '3104' });
    expect(actions).toContain('getVpcList');
    expect(await region.held('701236')).toBeUndefined();
  });

  it('of the view reads every region shown, whatever row has the focus', async () => {
    const region = await openRegion();
    const part: NetworkPart = { kind: 'interface', networkInterfaceNo: '701236' };
    const one = await region.again(part, refresh);
    expect(one).toContain('getSubnetList');
    await region.show('JPN');
    expect((await region.again(part, refresh)).toSorted()).toEqual([...one, ...one].toSorted());
  });

  it.each([
    [{}, ['KR', 'JPN']],
    [{ regionCode: 'KR' }, ['KR']],
    [{ profile: 'Sandbox' }, ['KR']],
    [{ regionCode: 'JPN', interactive: false }, ['JPN']],
    [{ interactive: false }, ['KR']],
  ])('by code with %j reads %j, while JPN is shown beside the region of the profile, KR', async (options, read) => {
    const region = await openRegion();
    await region.show('JPN');
    expect(await region.regionsRead(options)).toEqual(read);
  });
});
