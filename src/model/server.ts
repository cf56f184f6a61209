import type { CommonCode } from './commonCode';

/** A server as getServerInstanceList returns it. It carries interface numbers, never private addresses. */
export interface Server {
  readonly serverInstanceNo: string;
  readonly serverName: string;
  readonly serverInstanceStatus?: CommonCode | undefined;
  readonly serverInstanceStatusName?: string | undefined;
  readonly vpcNo?: string | undefined;
  readonly subnetNo?: string | undefined;
  readonly zoneCode?: string | undefined;
  readonly publicIp?: string | undefined;
  readonly hypervisorType?: CommonCode | undefined;
  readonly platformType?: CommonCode | undefined;
  readonly networkInterfaceNoList: readonly string[];
}
