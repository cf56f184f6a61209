import type { CommonCode } from './commonCode';

/** A server as getServerInstanceList returns it. It carries interface numbers, never private addresses. */
export interface Server {
  readonly serverInstanceNo: string;
  readonly serverName: string;
  readonly serverInstanceStatus?: CommonCode;
  readonly serverInstanceStatusName?: string;
  readonly vpcNo?: string;
  readonly subnetNo?: string;
  readonly zoneCode?: string;
  readonly publicIp?: string;
  readonly hypervisorType?: CommonCode;
  readonly platformType?: CommonCode;
  readonly networkInterfaceNoList: readonly string[];
}
