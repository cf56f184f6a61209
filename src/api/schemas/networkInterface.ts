import * as v from 'valibot';
import type { NetworkInterface } from '../../model/networkInterface';
import { dropAbsent } from '../dropAbsent';
import { address, addresses, flag, code, requiredCode, requiredText, text, texts } from './fields';

/** NetworkInterface (common-vapidatatype-networkinterface). Unknown fields are left out. */
export const networkInterface = v.pipe(
  v.object({
    networkInterfaceNo: requiredText,
    networkInterfaceName: text,
    subnetNo: requiredText,
    deleteOnTermination: flag,
    isDefault: flag,
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
  }),
  v.transform((wire): NetworkInterface =>
    dropAbsent({
      ...wire,
      networkInterfaceName: wire.networkInterfaceName ?? wire.networkInterfaceNo,
      deleteOnTermination: wire.deleteOnTermination ?? false,
      isDefault: wire.isDefault ?? false,
    }),
  ),
);
