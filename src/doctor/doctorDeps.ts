import type { NcloudApi } from '../api/ncloudApi';
import type { ProxySettings } from './chooseProxy';
import type { Wire } from './wire';

/** The reads that probe a permission. */
export type DoctorApi = Pick<
  NcloudApi,
  | 'getCallerIdentity'
  | 'getRegionList'
  | 'getZoneList'
  | 'getVpcList'
  | 'getSubnetList'
  | 'getServerInstanceList'
  | 'getNetworkInterfaceList'
  | 'getAccessControlGroupList'
>;

/** Everything the doctor needs of the outside world. */
export interface DoctorDeps {
  readonly endpoint: { readonly gatewayUrl: string; readonly stsUrl: string };
  /** The profile's region: where permissions are probed. */
  readonly regionCode: string;
  /** Undefined when the profile's keys are not on this machine: then the wire alone is checked. */
  readonly client: { readonly api: DoctorApi; readonly accessKey: string; readonly expiresAt?: number } | undefined;
  readonly wire: Wire;
  readonly proxies: ProxySettings;
  /** Own clock, epoch ms. */
  readonly now: () => number;
  /** Longest wait for one answer of the wire, in ms. The client has its own. */
  readonly timeoutMs: number;
}
