import * as v from 'valibot';
import type { Server } from '../../model/server';
import { dropAbsent } from '../dropAbsent';
import { code, requiredText, text, texts } from './fields';

/** ServerInstance (common-vapidatatype-serverinstance), the fields this extension shows. */
export const server = v.pipe(
  v.object({
    serverInstanceNo: requiredText,
    serverName: text,
    serverInstanceStatus: code,
    serverInstanceStatusName: text,
    vpcNo: text,
    subnetNo: text,
    zoneCode: text,
    publicIp: text,
    hypervisorType: code,
    platformType: code,
    networkInterfaceNoList: texts,
  }),
  v.transform((wire): Server => dropAbsent({ ...wire, serverName: wire.serverName ?? wire.serverInstanceNo })),
);
