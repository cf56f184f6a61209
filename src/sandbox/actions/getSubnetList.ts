import { unconfirmed } from '../unconfirmed';
import type { Action } from './action';
import { pageOf } from './pageOf';
import { selectRows } from './selectRows';

/** Subnets of one region. */
export const getSubnetList: Action = {
  writes: false,
  required: [],
  run({ params, region }) {
    const rows = selectRows([...region.subnets.values()], params, {
      texts: {
        subnetName: (row, name) => unconfirmed.nameMatches(row.subnetName, name),
        subnet: (row, cidr) => row.subnet === cidr,
        subnetTypeCode: (row, code) => row.subnetType.code === code,
        usageTypeCode: (row, code) => row.usageType.code === code,
        networkAclNo: (row, no) => row.networkAclNo === no,
        subnetStatusCode: (row, code) => row.subnetStatus.code === code,
        vpcNo: (row, no) => row.vpcNo === no,
        zoneCode: (row, code) => row.zoneCode === code,
      },
      lists: { subnetNoList: (row, numbers) => numbers.has(row.subnetNo) },
    });
    return pageOf('subnetList', rows, params);
  },
};

/** One subnet, or an empty list. */
export const getSubnetDetail: Action = {
  writes: false,
  required: ['subnetNo'],
  run({ params, region }) {
    const subnet = region.subnets.get(params.need('subnetNo'));
    return { name: 'subnetList', rows: subnet ? [subnet] : [] };
  },
};
