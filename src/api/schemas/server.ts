import type * as v from 'valibot';
import type { Server } from '../../model/server';
import { code, requiredText, text, textOr, texts } from './fields';
import { row } from './row';

/** ServerInstance (common-vapidatatype-serverinstance), the fields this extension shows. */
export const server = row({
  serverInstanceNo: requiredText,
  serverName: textOr('serverInstanceNo'),
  serverInstanceStatus: code,
  serverInstanceStatusName: text,
  vpcNo: text,
  subnetNo: text,
  zoneCode: text,
  publicIp: text,
  hypervisorType: code,
  platformType: code,
  networkInterfaceNoList: texts,
}) satisfies v.GenericSchema<unknown, Server>;
