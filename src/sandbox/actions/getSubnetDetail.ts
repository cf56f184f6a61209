import type { Action } from './action';

/** One subnet, or an empty list. */
export const getSubnetDetail: Action = {
  writes: false,
  required: ['subnetNo'],
  run({ params, region }) {
    const subnet = region.subnets.get(params.need('subnetNo'));
    return { name: 'subnetList', rows: subnet ? [subnet] : [] };
  },
};
