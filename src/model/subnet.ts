import type { CommonCode } from './commonCode';

/** A subnet as getSubnetList returns it; `subnet` is its CIDR. Usage types: GEN, LOADB, BM, NATGW. */
export interface Subnet {
  readonly subnetNo: string;
  readonly vpcNo: string;
  readonly zoneCode?: string | undefined;
  readonly subnetName: string;
  readonly subnet: string;
  readonly subnetStatus?: CommonCode | undefined;
  readonly subnetType?: CommonCode | undefined;
  readonly usageType?: CommonCode | undefined;
}
