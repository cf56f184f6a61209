import type { InterfaceRecord, ServerRecord, SubnetRecord } from '../state/records';
import { unconfirmed } from '../unconfirmed';
import { refuse } from '../wire/refuse';
import type { Call, Action } from './action';
import { find } from './find';
import { interfaceView } from './interfaceView';

/** Device names in the order they are given out; a server has at most three interfaces. */
const deviceNames = ['eth0', 'eth1', 'eth2'];

type Attached = Required<Pick<InterfaceRecord, 'deviceName' | 'instanceType' | 'instanceNo'>>;

/** What an interface of this subnet gets when it is attached to the server; same VPC and zone, and room for it, or a refusal. */
export function attachment({ region }: Call, server: ServerRecord, subnet: SubnetRecord): Attached {
  if (server.vpcNo !== subnet.vpcNo || server.zoneCode !== subnet.zoneCode) {
    throw refuse.invalid('serverInstanceNo', 'the server is in another VPC or zone.');
  }
  const owned = region
    .interfacesOf(server.serverInstanceNo)
    .filter((row) => row.status !== 'UNSET' || unconfirmed.unsetKeepsServer);
  const deviceName = deviceNames.find((name) => owned.every((row) => row.deviceName !== name));
  if (deviceName === undefined || owned.length >= deviceNames.length)
    throw refuse.serverIsFull(server.serverInstanceNo);
  return {
    deviceName,
    instanceType: { code: 'VSVR', codeName: 'Server (VPC)' },
    instanceNo: server.serverInstanceNo,
  };
}

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
