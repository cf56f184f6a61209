import type { Action } from './action';

/** One VPC, or an empty list. */
export const getVpcDetail: Action = {
  writes: false,
  required: ['vpcNo'],
  run({ params, region }) {
    const vpc = region.vpcs.get(params.need('vpcNo'));
    return { name: 'vpcList', rows: vpc ? [vpc] : [] };
  },
};
