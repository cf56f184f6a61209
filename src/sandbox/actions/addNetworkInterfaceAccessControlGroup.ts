import { unconfirmed } from '../unconfirmed';
import { accessControlGroups } from './accessControlGroups';
import type { Action } from './action';
import { find } from './find';
import { interfaceView } from './interfaceView';

/** Adds ACGs of the same VPC, up to three in all; the interface goes SET. */
export const addNetworkInterfaceAccessControlGroup: Action = {
  writes: true,
  required: ['networkInterfaceNo', 'accessControlGroupNoList'],
  run(call) {
    const target = find.idleInterface(call);
    const added = accessControlGroups.read(call, find.subnet(call, target.subnetNo).vpcNo);
    const held = target.accessControlGroupNoList;
    const accessControlGroupNoList = accessControlGroups.upTo3([...new Set([...held, ...added])]);
    const changed = { ...target, accessControlGroupNoList };
    const isChanged = accessControlGroupNoList.length > held.length || !unconfirmed.noChangeKeepsStatus;
    const row = isChanged ? call.world.startSettling(call.region, changed) : changed;
    return { name: 'networkInterfaceList', rows: [interfaceView(row)] };
  },
};
