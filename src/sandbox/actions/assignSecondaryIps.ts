import { AddressPool } from '../state/addressPool';
import type { InterfaceRecord } from '../state/records';
import { unconfirmed } from '../unconfirmed';
import { refuse } from '../wire/refuse';
import type { Action, Call } from './action';
import { find, refuseWhenBusy } from './find';
import { interfaceView } from './interfaceView';
import { checkAddress, composeSecondaryIps, readSecondaryIps } from './secondaryIps';

/**
 * Adds listed addresses, then `secondaryIpCount` automatic ones. With allowReassign a listed address that is another
 * interface's secondary IP is taken from it; a primary one never is. All or nothing; both interfaces go SET.
 */
export const assignSecondaryIps: Action = {
  writes: true,
  required: ['networkInterfaceNo'],
  run(call) {
    const { params, region, world } = call;
    const target = find.idleInterface(call);
    const asked = readSecondaryIps(params);
    if (asked.listed.length + asked.count === 0) throw refuse.missing('secondaryIpList or secondaryIpCount');
    const subnet = find.subnet(call, target.subnetNo);
    const pool = new AddressPool(subnet, region.interfaces());
    const allowReassign = params.boolean('allowReassign') ?? false;
    for (const address of asked.listed) {
      checkAddress(address, subnet, pool);
      const holder = pool.holderOf(address);
      if (!holder) continue;
      const isOwn = holder.networkInterface.networkInterfaceNo === target.networkInterfaceNo;
      if (holder.isPrimary || !(isOwn || allowReassign)) throw refuse.inUse(address);
    }
    const secondaryIpList = composeSecondaryIps(target.secondaryIpList, asked, subnet, pool);
    takeAway(call, asked.listed, target, pool);
    const changed = { ...target, secondaryIpList };
    const isChanged = secondaryIpList.length > target.secondaryIpList.length || !unconfirmed.noChangeKeepsStatus;
    const row = isChanged ? world.startSettling(region, changed) : changed;
    return { name: 'networkInterfaceList', rows: [interfaceView(row)] };
  },
};

function takeAway(
  { region, world, acceptBusy }: Call,
  addresses: readonly string[],
  target: InterfaceRecord,
  pool: AddressPool,
) {
  const losers = new Set(addresses.map((address) => pool.holderOf(address)?.networkInterface.networkInterfaceNo));
  for (const no of losers) {
    const loser = no === undefined || no === target.networkInterfaceNo ? undefined : region.interface(no);
    if (!loser) continue;
    refuseWhenBusy(loser, acceptBusy || !unconfirmed.busyLoserRefuses);
    const secondaryIpList = loser.secondaryIpList.filter((address) => !addresses.includes(address));
    world.startSettling(region, { ...loser, secondaryIpList });
  }
}
