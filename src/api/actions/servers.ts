import type { Server } from '../../model/server';
import type { Call } from './action';
import { fetchPagedList } from '../lists/fetchPagedList';
import type { Logger } from '../logger';
import type { NcloudApi } from '../ncloudApi';
import type { WireList } from '../schemas/listAnswer';
import { server } from '../schemas/server';

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
