import type { Draft } from './draft';
import type { Problem, Step, Warning } from './plan';

/** Addresses of a subnet that are kept for somebody, with for whom. */
export type ReservedIn = (subnetNo: string) => ReadonlyMap<string, string>;

/** A step before its place is known. */
export type UnnumberedStep = Omit<Step, 'id'>;

/** What the parts of the planner share while one intent is planned. */
export interface Planning {
  readonly draft: Draft;
  readonly problems: Problem[];
  readonly warnings: Warning[];
  readonly steps: UnnumberedStep[];
  /** `subnetNo address` of everything an item gains. */
  readonly gained: Set<string>;
  /** `subnetNo address` of everything an item takes off, with the interface it is taken off. */
  readonly released: Map<string, string>;
  readonly reservedIn: ReservedIn;
}

/** Addresses are unique in a subnet only. */
export function addressKey(subnetNo: string, address: string): string {
  return `${subnetNo} ${address}`;
}
