import { unconfirmed } from '../unconfirmed';
import { refuse } from '../wire/refuse';
import { accessControlGroups } from './accessControlGroups';
import type { Action } from './action';
import { find } from './find';
import { interfaceView } from './interfaceView';

/** Takes ACGs away; at least one stays. The interface goes SET. */
export const removeNetworkInterfaceAccessControlGroup: Action = {
  writes: true,
  required: ['networkInterfaceNo', 'accessControlGroupNoList'],
  run(call) {
    const target = find.idleInterface(call);
    const removed = accessControlGroups.read(call, find.subnet(call, target.subnetNo).vpcNo);
    const held = target.accessControlGroupNoList;
    const absent = removed.find((no) => !held.includes(no));
    if (absent !== undefined && unconfirmed.absentGroupIsNotFound) throw refuse.accessControlGroupNotFound(absent);
    const accessControlGroupNoList = held.filter((no) => !removed.includes(no));
    if (accessControlGroupNoList.length === 0) throw refuse.lastAccessControlGroup();
    const changed = { ...target, accessControlGroupNoList };
    return { name: 'networkInterfaceList', rows: [interfaceView(call.world.startSettling(call.region, changed))] };
  },
};
