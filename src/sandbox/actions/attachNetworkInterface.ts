import { unconfirmed } from '../unconfirmed';
import { refuse } from '../wire/refuse';
import type { Action } from './action';
import { attachment } from './attachment';
import { find } from './find';
import { interfaceView } from './interfaceView';

/** Gives an unattached interface to a server of the same VPC and zone: SET, then USED. subnetNo is required although it follows. */
export const attachNetworkInterface: Action = {
  writes: true,
  required: ['serverInstanceNo', 'networkInterfaceNo', 'subnetNo'],
  run(call) {
    const { params, region, world } = call;
    const record = find.idleInterface(call);
    const server = find.server(call);
    const subnet = find.subnet(call, params.need('subnetNo'));
    if (subnet.subnetNo !== record.subnetNo)
      throw refuse.invalid('subnetNo', 'the network interface is in another subnet.');
    if (record.instanceNo !== undefined) throw refuse.attached(record.networkInterfaceNo);
    if (unconfirmed.attachNeedsPrivateSubnet && subnet.subnetType.code !== 'PRIVATE') {
      throw refuse.invalid('subnetNo', 'the subnet is not private.');
    }
    const attached = { ...record, ...attachment(call, server, subnet), deleteOnTermination: false };
    return { name: 'networkInterfaceList', rows: [interfaceView(world.startSettling(region, attached))] };
  },
};
