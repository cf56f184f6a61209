import { unconfirmed } from '../unconfirmed';
import type { Action } from './action';
import { selectRows } from './selectRows';

/** VPCs of one region; this list has no paging. */
export const getVpcList: Action = {
  writes: false,
  required: [],
  run: ({ params, region }) => ({
    name: 'vpcList',
    rows: selectRows([...region.vpcs.values()], params, {
      texts: {
        vpcStatusCode: (row, code) => row.vpcStatus.code === code,
        vpcName: (row, name) => unconfirmed.nameMatches(row.vpcName, name),
      },
      lists: { vpcNoList: (row, numbers) => numbers.has(row.vpcNo) },
    }),
  }),
};

/** One VPC, or an empty list. */
export const getVpcDetail: Action = {
  writes: false,
  required: ['vpcNo'],
  run({ params, region }) {
    const vpc = region.vpcs.get(params.need('vpcNo'));
    return { name: 'vpcList', rows: vpc ? [vpc] : [] };
  },
};
