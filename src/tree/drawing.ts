import type { Network } from '../model/network';
import type { NetworkInterface } from '../model/networkInterface';
import type { Gap } from '../session/loadNetwork';
import type { Preview } from '../session/readings/keptReadings';
import type { DisplayOptions } from '../session/displayStore';
import type { NetworkState } from '../session/networkState';
import type { Scope } from '../session/scope';
import type { Subject } from './node';

/** What the rows of one region are drawn from: a reading, and what the display options leave of it. Replaced whole. */
export interface Drawing extends Marks {
  readonly scope: Scope;
  readonly network: Network;
  readonly gaps: readonly Gap[];
  /** Set when it is no reading but what there is to look at before one. */
  readonly preview: Preview | undefined;
  readonly display: DisplayOptions;
  /** What is shown in spite of the filter. */
  readonly exempt: Subject | undefined;
  /** A filter is set: places without anything to show are left out. */
  readonly isFiltered: boolean;
  /** Which interfaces the filter lets through, and the one that was asked for in spite of it. */
  readonly isShown: (networkInterface: NetworkInterface) => boolean;
  /** Which subnets have anything to show. */
  readonly isSubnetShown: (subnetNo: string) => boolean;
  /** The list of subnets was read, now or before: without it nobody knows how many a VPC has. */
  readonly hasSubnets: boolean;
}

/** What is told of rows for a while; each replaced whole. */
export interface Marks {
  /** Interfaces that a change is under way on, by number. */
  readonly busy: ReadonlyMap<string, unknown>;
  /** Addresses that the last change brought, by the interface's number. */
  readonly fresh: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A region as it is drawn now. Its rows outlive a reading, so they keep this and not what it holds. */
export interface Region {
  readonly scope: Scope;
  state: NetworkState;
  /** Of the last reading, or of what there is before the first; undefined when there is nothing. */
  drawing: Drawing | undefined;
}

/** What a row displays at each time it is drawn. */
export type Now = () => Drawing;

/** True when nothing may be changed through a row's own profile: then the row offers no change, whatever profile is active. */
export function isReadOnly({ profile }: Scope): boolean {
  return profile.protection === 'readOnly';
}
