import type { Server } from '../../model/server';
import type { Call } from './action';
import { fetchPagedList } from '../lists/fetchPagedList';
import type { Logger } from '../logger';
import type { NcloudApi } from '../ncloudApi';
import { code, requiredText, text, texts } from '../schemas/fields';
import type { WireList } from '../schemas/listAnswer';
import { row } from '../schemas/row';

/** ServerInstance (common-vapidatatype-serverinstance), the fields this extension shows. */
export const server = row((wire): Server => ({
  serverInstanceNo: requiredText(wire.serverInstanceNo, 'serverInstanceNo'),
  serverName: text(wire.serverName) ?? requiredText(wire.serverInstanceNo, 'serverInstanceNo'),
  serverInstanceStatus: code(wire.serverInstanceStatus),
  serverInstanceStatusName: text(wire.serverInstanceStatusName),
  vpcNo: text(wire.vpcNo),
  subnetNo: text(wire.subnetNo),
  zoneCode: text(wire.zoneCode),
  publicIp: text(wire.publicIp),
  hypervisorType: code(wire.hypervisorType),
  platformType: code(wire.platformType),
  networkInterfaceNoList: texts(wire.networkInterfaceNoList),
}));

const list: WireList<Server> = { name: 'serverInstanceList', key: 'serverInstanceNo', row: server };

/** The server actions of Server (VPC). */
export function createServerActions(call: Call, log: Logger): Pick<NcloudApi, 'getServerInstanceList'> {
  return {
    getServerInstanceList: (regionCode, options) =>
      fetchPagedList(call, log, {
        name: 'getServerInstanceList',
        service: 'vserver/v2',
        regionCode,
        filters: {},
        list,
        options,
      }),
  };
}
