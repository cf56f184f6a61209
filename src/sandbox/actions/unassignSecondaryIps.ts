import { AddressPool } from '../state/addressPool';
import { unconfirmed } from '../unconfirmed';
import { refuse } from '../wire/refuse';
import type { Action } from './action';
import { find } from './find';
import { interfaceView } from './interfaceView';

/** Removes addresses; one that the interface does not hold is no error (stated in the documentation). */
export const unassignSecondaryIps: Action = {
  writes: true,
  required: ['networkInterfaceNo', 'secondaryIpList'],
  run(call) {
    const { params, region, world } = call;
    const target = find.idleInterface(call);
    const listed = params.list('secondaryIpList');
    const pool = new AddressPool(find.subnet(call, target.subnetNo), []);
    const invalid = listed.find((address) => pool.placeOf(address) === 'invalid');
    if (invalid !== undefined) throw refuse.invalidAddress(invalid);
    const secondaryIpList = target.secondaryIpList.filter((address) => !listed.includes(address));
    const changed = { ...target, secondaryIpList };
    const isChanged = secondaryIpList.length < target.secondaryIpList.length || !unconfirmed.noChangeKeepsStatus;
    const row = isChanged ? world.startSettling(region, changed) : changed;
    return { name: 'networkInterfaceList', rows: [interfaceView(row)] };
  },
};
