import type { NetworkInterface } from '../../model/networkInterface';
import { address, addresses, code, flag, requiredCode, requiredText, text, texts } from './fields';
import { row } from './row';

/** NetworkInterface (common-vapidatatype-networkinterface). Unknown fields are left out. */
export const networkInterface = row((wire): NetworkInterface => ({
  networkInterfaceNo: requiredText(wire.networkInterfaceNo, 'networkInterfaceNo'),
  networkInterfaceName: text(wire.networkInterfaceName) ?? requiredText(wire.networkInterfaceNo, 'networkInterfaceNo'),
  subnetNo: requiredText(wire.subnetNo, 'subnetNo'),
  deleteOnTermination: flag(wire.deleteOnTermination) ?? false,
  isDefault: flag(wire.isDefault) ?? false,
  deviceName: text(wire.deviceName),
  networkInterfaceStatus: requiredCode(wire.networkInterfaceStatus, 'networkInterfaceStatus'),
  instanceType: code(wire.instanceType),
  instanceNo: text(wire.instanceNo),
  ip: address(wire.ip, 'ip'),
  macAddress: text(wire.macAddress),
  accessControlGroupNoList: texts(wire.accessControlGroupNoList),
  networkInterfaceDescription: text(wire.networkInterfaceDescription),
  secondaryIpList: addresses(wire.secondaryIpList, 'secondaryIpList'),
  enableFlowLog: flag(wire.enableFlowLog),
}));
