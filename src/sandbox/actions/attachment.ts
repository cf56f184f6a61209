import type { InterfaceRecord, ServerRecord, SubnetRecord } from '../state/records';
import { unconfirmed } from '../unconfirmed';
import { refuse } from '../wire/refuse';
import type { Call } from './action';

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
