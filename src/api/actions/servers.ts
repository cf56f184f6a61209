import type * as v from 'valibot';
import type { Server } from '../../model/server';
import type { Call } from './action';
import { fetchPagedList } from '../lists/fetchPagedList';
import type { Logger } from '../logger';
import type { NcloudApi } from '../ncloudApi';
import { code, requiredText, text, textOr, texts } from '../schemas/fields';
import type { WireList } from '../schemas/listAnswer';
import { row } from '../schemas/row';

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
