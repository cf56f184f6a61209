import { refuse } from '../wire/refuse';
import type { Action } from './action';
import { find } from './find';
import { interfaceView } from './interfaceView';

/** Takes an interface from its server: UNSET, then NOTUSED. The default interface stays. */
export const detachNetworkInterface: Action = {
  writes: true,
  required: ['serverInstanceNo', 'networkInterfaceNo', 'subnetNo'],
  run(call) {
    const { params, region, world } = call;
    const record = find.idleInterface(call);
    const server = find.server(call);
    if (params.need('subnetNo') !== record.subnetNo) {
      throw refuse.invalid('subnetNo', 'the network interface is in another subnet.');
    }
    if (record.instanceNo !== server.serverInstanceNo) {
      throw refuse.invalid('networkInterfaceNo', 'the network interface is not attached to this server.');
    }
    if (record.isDefault) throw refuse.defaultInterface(record.networkInterfaceNo);
    return { name: 'networkInterfaceList', rows: [interfaceView(world.startSettling(region, record, 'UNSET'))] };
  },
};
