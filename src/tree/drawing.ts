import type { Network } from '../model/network';
import type { NetworkInterface } from '../model/networkInterface';
import type { Scope } from '../session/networkStore';

/** What the nodes of one region are drawn from. */
export interface Drawing {
  readonly scope: Scope;
  readonly network: Network;
  /** Which interfaces the filter lets through, and the one that was asked for in spite of it. */
  readonly isShown: (networkInterface: NetworkInterface) => boolean;
  /** Which subnets have anything to show. */
  readonly isSubnetShown: (subnetNo: string) => boolean;
  /** A filter is set: places without anything to show are left out. */
  readonly isFiltered: boolean;
  /** The list of subnets was read, now or before: without it nobody knows how many a VPC has. */
  readonly hasSubnets: boolean;
  /** A change is under way on the interface. */
  readonly isBusy: (networkInterfaceNo: string) => boolean;
  /** The last change brought the interface this address. */
  readonly isFresh: (networkInterfaceNo: string, address: string) => boolean;
}

/** What is told of rows for a while. */
export type Marks = Pick<Drawing, 'isBusy' | 'isFresh'>;

/** Start of every id of a region's nodes. */
export function scopeId({ profile, regionCode }: Scope): string {
  return `${profile.id}/${regionCode}`;
}

/** True when nothing may be changed through a row's own profile: then the row offers no change, whatever profile is active. */
export function isReadOnly({ profile }: Scope): boolean {
  return profile.protection === 'readOnly';
}
