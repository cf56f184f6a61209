import type { Call } from './action';
import { fetchPagedList } from './fetchPagedList';
import type { Logger } from './logger';
import type { NcloudApi } from './ncloudApi';
import { accessControlGroup } from './schemas/accessControlGroup';
import { listAnswer } from './schemas/listAnswer';

const answer = listAnswer('accessControlGroupList', accessControlGroup);

/** The ACG actions of Server (VPC). */
export function createAccessControlGroupActions(call: Call, log: Logger): Pick<NcloudApi, 'getAccessControlGroupList'> {
  return {
    getAccessControlGroupList: (regionCode, options) =>
      fetchPagedList(call, log, {
        name: 'getAccessControlGroupList',
        service: 'vserver/v2',
        regionCode,
        filters: {},
        answer,
        key: (row) => row.accessControlGroupNo,
        options,
      }),
  };
}
