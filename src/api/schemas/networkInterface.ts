import type * as v from 'valibot';
import type { NetworkInterface } from '../../model/networkInterface';
import { address, addresses, code, flag, flagOrFalse, requiredCode, requiredText, text, textOr, texts } from './fields';
import { row } from './row';

/** NetworkInterface (common-vapidatatype-networkinterface). Unknown fields are left out. */
export const networkInterface = row({
  networkInterfaceNo: requiredText,
  networkInterfaceName: textOr('networkInterfaceNo'),
  subnetNo: requiredText,
  deleteOnTermination: flagOrFalse,
  isDefault: flagOrFalse,
  deviceName: text,
  networkInterfaceStatus: requiredCode,
  instanceType: code,
  instanceNo: text,
  ip: address,
  macAddress: text,
  accessControlGroupNoList: texts,
  networkInterfaceDescription: text,
  secondaryIpList: addresses,
  enableFlowLog: flag,
}) satisfies v.GenericSchema<unknown, NetworkInterface>;
