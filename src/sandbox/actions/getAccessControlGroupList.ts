import { unconfirmed } from '../unconfirmed';
import type { Action } from './action';
import { pageOf } from './pageOf';
import { selectRows } from './selectRows';

/** ACGs of one region. */
export const getAccessControlGroupList: Action = {
  writes: false,
  required: [],
  run({ params, region }) {
    const rows = selectRows([...region.accessControlGroups.values()], params, {
      texts: {
        vpcNo: (row, no) => row.vpcNo === no,
        accessControlGroupName: (row, name) => unconfirmed.nameMatches(row.accessControlGroupName, name),
        accessControlGroupStatusCode: (row, code) => row.accessControlGroupStatus.code === code,
      },
      lists: { accessControlGroupNoList: (row, numbers) => numbers.has(row.accessControlGroupNo) },
    });
    return pageOf('accessControlGroupList', rows, params);
  },
};
