import type { Subnet } from '../../model/subnet';
import type { Vpc } from '../../model/vpc';
import type { Call } from './action';
import { fetchList } from '../lists/fetchList';
import { fetchPagedList } from '../lists/fetchPagedList';
import type { Logger } from '../logger';
import type { NcloudApi } from '../ncloudApi';
import type { WireList } from '../schemas/listAnswer';
import { subnet } from '../schemas/subnet';
import { vpc } from '../schemas/vpc';

const vpcs: WireList<Vpc> = { name: 'vpcList', key: 'vpcNo', row: vpc };
const subnets: WireList<Subnet> = { name: 'subnetList', key: 'subnetNo', row: subnet };

/** The actions of VPC. getVpcList knows no paging, getSubnetList does. */
export function createVpcActions(call: Call, log: Logger): Pick<NcloudApi, 'getVpcList' | 'getSubnetList'> {
  return {
    getVpcList: (regionCode, options) =>
      fetchList(call, log, {
        name: 'getVpcList',
        service: 'vpc/v2',
        parameters: { regionCode },
        subject: `region=${regionCode}`,
        list: vpcs,
        options,
      }),
    getSubnetList: (regionCode, options) =>
      fetchPagedList(call, log, {
        name: 'getSubnetList',
        service: 'vpc/v2',
        regionCode,
        filters: {},
        list: subnets,
        options,
      }),
  };
}
