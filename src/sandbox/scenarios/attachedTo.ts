import type { InterfaceRecord, ServerRecord } from '../state/records';

/** The part of an interface that belongs to a server's n-th device; eth0 is its default one and goes with it. */
export function attachedTo(
  server: ServerRecord,
  device: 0 | 1 | 2,
): Pick<InterfaceRecord, 'status' | 'isDefault' | 'deleteOnTermination' | 'deviceName' | 'instanceNo'> &
  Required<Pick<InterfaceRecord, 'instanceType'>> {
  return {
    status: 'USED',
    isDefault: device === 0,
    deleteOnTermination: device === 0,
    deviceName: `eth${device}`,
    instanceType: { code: 'VSVR', codeName: 'Server (VPC)' },
    instanceNo: server.serverInstanceNo,
  };
}
