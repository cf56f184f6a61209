import type { Subnet } from '../../model/subnet';
import type { Vpc } from '../../model/vpc';
import type { Call } from './action';
import { fetchList } from '../lists/fetchList';
import { fetchPagedList } from '../lists/fetchPagedList';
import type { Logger } from '../logger';
import type { NcloudApi } from '../ncloudApi';
import { code, requiredText, text } from '../schemas/fields';
import type { WireList } from '../schemas/listAnswer';
import { row } from '../schemas/row';

/** Vpc (common-vapidatatype-vpc). */
export const vpc = row((wire): Vpc => ({
  vpcNo: requiredText(wire.vpcNo, 'vpcNo'),
  vpcName: text(wire.vpcName) ?? requiredText(wire.vpcNo, 'vpcNo'),
  ipv4CidrBlock: requiredText(wire.ipv4CidrBlock, 'ipv4CidrBlock'),
  vpcStatus: code(wire.vpcStatus),
  vpcType: code(wire.vpcType),
  regionCode: text(wire.regionCode),
}));

/** Subnet (common-vapidatatype-Subnet). */
export const subnet = row((wire): Subnet => ({
  subnetNo: requiredText(wire.subnetNo, 'subnetNo'),
  vpcNo: requiredText(wire.vpcNo, 'vpcNo'),
  zoneCode: text(wire.zoneCode),
  subnetName: text(wire.subnetName) ?? requiredText(wire.subnetNo, 'subnetNo'),
  subnet: requiredText(wire.subnet, 'subnet'),
  subnetStatus: code(wire.subnetStatus),
  subnetType: code(wire.subnetType),
  usageType: code(wire.usageType),
}));

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
