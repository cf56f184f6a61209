import { refuse } from '../wire/refuse';
import type { Call, Action } from './action';
import { unconfirmed } from '../unconfirmed';
import { find } from './find';
import { interfaceView } from './interfaceView';

/** A network interface has at most this many ACGs. */
const most = 3;

/** The ACGs of a call and of an interface, held to the rules. */
export const accessControlGroups = {
  /** `accessControlGroupNoList.N`; each has to exist in the VPC. */
  read({ params, region }: Call, vpcNo: string): string[] {
    const numbers = params.list('accessControlGroupNoList');
    for (const no of numbers) {
      if (region.accessControlGroups.get(no)?.vpcNo !== vpcNo) throw refuse.accessControlGroupNotFound(no);
    }
    return numbers;
  },

  upTo3(numbers: string[]): string[] {
    if (numbers.length > most) throw refuse.invalid('accessControlGroupNoList', `up to ${most} ACGs.`);
    return numbers;
  },
} as const;

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
