import type { CommonCode } from './commonCode';

/** A network interface holds at most this many secondary IPs (assignSecondaryIps, `secondaryIpCount`). */
export const maxSecondaryIps = 5;

/**
 * A network interface as getNetworkInterfaceList returns it.
 * Absent, null and empty fields of the wire are all undefined here; lists never are.
 * It carries no vpcNo: the VPC follows from the subnet.
 */
export interface NetworkInterface {
  readonly networkInterfaceNo: string;
  readonly networkInterfaceName: string;
  readonly subnetNo: string;
  readonly deleteOnTermination: boolean;
  readonly isDefault: boolean;
  readonly deviceName?: string | undefined;
  readonly networkInterfaceStatus: CommonCode;
  readonly instanceType?: CommonCode | undefined;
  readonly instanceNo?: string | undefined;
  /** Primary private IPv4 address. */
  readonly ip: string;
  readonly macAddress?: string | undefined;
  readonly accessControlGroupNoList: readonly string[];
  readonly networkInterfaceDescription?: string | undefined;
  /** As read in the order of the service; in a network sorted as numbers. */
  readonly secondaryIpList: readonly string[];
  readonly enableFlowLog?: boolean | undefined;
}

/** True when an interface can hold these addresses beside what else it has. */
export function hasRoomFor({ secondaryIpList }: NetworkInterface, addresses: readonly string[]): boolean {
  return new Set([...secondaryIpList, ...addresses]).size <= maxSecondaryIps;
}

/** The statuses of an interface that nothing is being done to: attached, and not attached. */
const atRest: readonly string[] = ['USED', 'NOTUSED'];

/**
 * SET = being configured, UNSET = being removed; no more is documented. A status that nobody documented counts as settling
 * as well: whether the service takes a change then is not known.
 */
export function isSettling(networkInterface: Pick<NetworkInterface, 'networkInterfaceStatus'>): boolean {
  return !atRest.includes(networkInterface.networkInterfaceStatus.code);
}
