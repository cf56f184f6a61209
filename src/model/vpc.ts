import type { CommonCode } from './commonCode';

/** A VPC as getVpcList returns it. */
export interface Vpc {
  readonly vpcNo: string;
  readonly vpcName: string;
  readonly ipv4CidrBlock: string;
  readonly vpcStatus?: CommonCode;
  readonly regionCode?: string;
}
