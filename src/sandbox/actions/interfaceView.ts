import type { InterfaceRecord, InterfaceStatus } from '../state/records';

const codeNames: Record<InterfaceStatus, string> = {
  SET: 'Configuring',
  UNSET: 'Releasing',
  USED: 'used',
  NOTUSED: 'not used',
};

/** A network interface as answers show it, fields in the documented order. */
export function interfaceView(record: InterfaceRecord): object {
  return {
    networkInterfaceNo: record.networkInterfaceNo,
    networkInterfaceName: record.networkInterfaceName,
    subnetNo: record.subnetNo,
    deleteOnTermination: record.deleteOnTermination,
    isDefault: record.isDefault,
    deviceName: record.deviceName,
    networkInterfaceStatus: { code: record.status, codeName: codeNames[record.status] },
    instanceType: record.instanceType,
    instanceNo: record.instanceNo,
    ip: record.ip,
    macAddress: record.macAddress,
    enableFlowLog: record.flowLog !== undefined,
    accessControlGroupNoList: record.accessControlGroupNoList,
    networkInterfaceDescription: record.networkInterfaceDescription,
    secondaryIpList: record.secondaryIpList,
  };
}
