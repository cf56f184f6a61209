import type * as v from 'valibot';
import type { Subnet } from '../../model/subnet';
import type { Vpc } from '../../model/vpc';
import type { Call } from './action';
import { fetchList } from '../lists/fetchList';
import { fetchPagedList } from '../lists/fetchPagedList';
import type { Logger } from '../logger';
import type { NcloudApi } from '../ncloudApi';
import { code, requiredText, text, textOr } from '../schemas/fields';
import type { WireList } from '../schemas/listAnswer';
import { row } from '../schemas/row';

/** Vpc (common-vapidatatype-vpc). */
export const vpc = row({
  vpcNo: requiredText,
  vpcName: textOr('vpcNo'),
  ipv4CidrBlock: requiredText,
  vpcStatus: code,
  vpcType: code,
  regionCode: text,
}) satisfies v.GenericSchema<unknown, Vpc>;

/** Subnet (common-vapidatatype-Subnet). */
export const subnet = row({
  subnetNo: requiredText,
  vpcNo: requiredText,
  zoneCode: text,
  subnetName: textOr('subnetNo'),
  subnet: requiredText,
  subnetStatus: code,
  subnetType: code,
  usageType: code,
}) satisfies v.GenericSchema<unknown, Subnet>;

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
