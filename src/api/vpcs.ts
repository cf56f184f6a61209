import type { Call } from './action';
import { fetchPagedList } from './fetchPagedList';
import type { Logger } from './logger';
import type { NcloudApi } from './ncloudApi';
import { listAnswer } from './schemas/listAnswer';
import { subnet } from './schemas/subnet';
import { vpc } from './schemas/vpc';

const vpcAnswer = listAnswer('vpcList', vpc);
const subnetAnswer = listAnswer('subnetList', subnet);

/** The actions of VPC. getVpcList knows no paging, getSubnetList does. */
export function createVpcActions(call: Call, log: Logger): Pick<NcloudApi, 'getVpcList' | 'getSubnetList'> {
  return {
    async getVpcList(regionCode, options) {
      const { value } = await call(
        {
          name: 'getVpcList',
          service: 'vpc/v2',
          isWrite: false,
          parameters: { regionCode },
          subject: `region=${regionCode}`,
          answer: vpcAnswer,
        },
        options,
      );
      return [...value.rows];
    },
    getSubnetList: (regionCode, options) =>
      fetchPagedList(call, log, {
        name: 'getSubnetList',
        service: 'vpc/v2',
        regionCode,
        filters: {},
        answer: subnetAnswer,
        key: (row) => row.subnetNo,
        options,
      }),
  };
}
