import type { CommonCode } from './commonCode';

/** A VPC as getVpcList returns it. */
export interface Vpc {
  readonly vpcNo: string;
  readonly vpcName: string;
  readonly ipv4CidrBlock: string;
  readonly vpcStatus?: CommonCode | undefined;
  /** NORMAL or TRANSIT (createVpc, 2026-11-24); absent in older answers. */
  readonly vpcType?: CommonCode | undefined;
  readonly regionCode?: string | undefined;
}
