import { endsOf, rangesBetween } from '../model/freeRanges';
import {
  fullnessOf,
  type OverviewData,
  type OverviewSort,
  type OverviewSubnet,
  type OverviewVpc,
} from './overviewData';

/** A line of the overview: a VPC, below it its subnets and the space between them that no subnet has. */
export type OverviewRow =
  | { readonly kind: 'vpc'; readonly vpc: OverviewVpc; readonly isOpen: boolean; readonly unallocated: number }
  | { readonly kind: 'subnet'; readonly vpc: OverviewVpc; readonly subnet: OverviewSubnet }
  | { readonly kind: 'space'; readonly vpc: OverviewVpc; readonly first: number; readonly last: number };

/** Where a row stands among its siblings, from 1, as a tree of ARIA has it. */
export interface RowPlace {
  readonly level: 1 | 2;
  readonly position: number;
  readonly count: number;
}

/** The overview as it is drawn. */
export interface OverviewScene {
  readonly rows: readonly OverviewRow[];
  readonly places: readonly RowPlace[];
}

/** Puts a region into rows. Sorted by fullness, what no subnet has comes after the subnets. `closed`: numbers of VPCs. */
export function layOutOverview(
  { vpcs }: OverviewData,
  sort: OverviewSort,
  closed: ReadonlySet<string> = new Set(),
): OverviewScene {
  const rows: OverviewRow[] = [];
  const places: RowPlace[] = [];
  vpcs.forEach((vpc, at) => {
    const spaces = spacesOf(vpc);
    const unallocated = spaces.reduce((sum, { first, last }) => sum + last - first + 1, 0);
    const isOpen = !closed.has(vpc.vpcNo);
    rows.push({ kind: 'vpc', vpc, isOpen, unallocated });
    places.push({ level: 1, position: at + 1, count: vpcs.length });
    if (!isOpen) return;
    const below = sorted([...vpc.subnets.map((subnet): Below => ({ kind: 'subnet', vpc, subnet })), ...spaces], sort);
    rows.push(...below);
    places.push(...below.map((_, index) => ({ level: 2 as const, position: index + 1, count: below.length })));
  });
  return { rows, places };
}

type Below = Exclude<OverviewRow, { kind: 'vpc' }>;

function spacesOf(vpc: OverviewVpc): Extract<OverviewRow, { kind: 'space' }>[] {
  if (vpc.size === 0) return [];
  const taken = vpc.subnets
    .filter(({ size }) => size > 0)
    .map(({ first, size }) => ({ first, last: first + size - 1 }));
  const range = { first: vpc.first, last: vpc.first + vpc.size - 1 };
  return rangesBetween(range, taken).map((space) => ({ kind: 'space', vpc, ...space }));
}

function sorted(rows: Below[], sort: OverviewSort): Below[] {
  const start = (row: Below): number =>
    row.kind === 'space' ? row.first : row.subnet.size > 0 ? row.subnet.first : Infinity;
  const fullness = (row: Below): number => (row.kind === 'space' ? -1 : fullnessOf(row.subnet));
  const byAddress = (a: Below, b: Below): number => (start(a) === start(b) ? 0 : start(a) - start(b));
  return rows.sort((a, b) => (sort === 'fullness' ? fullness(b) - fullness(a) : 0) || byAddress(a, b));
}

export { endsOf };

/** What tells a row from all others in every order. */
export function rowKey(row: OverviewRow): string {
  switch (row.kind) {
    case 'vpc':
      return `vpc ${row.vpc.vpcNo}`;
    case 'subnet':
      return `subnet ${row.subnet.subnetNo}`;
    case 'space':
      return `space ${row.vpc.vpcNo} ${row.first}`;
  }
}

/** Stretches of a VPC that subnets have, as parts of its range from 0 to 1; neighbours that nobody could tell apart are one. */
export function stripOf({ first, size, subnets }: OverviewVpc): { readonly from: number; readonly to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (const subnet of subnets) {
    if (subnet.size === 0 || size === 0) continue;
    const from = Math.max(0, (subnet.first - first) / size);
    const to = Math.min(1, (subnet.first + subnet.size - first) / size);
    const before = stretches.at(-1);
    if (to <= from) continue;
    if (before && from - before.to < narrowest) before.to = Math.max(before.to, to);
    else stretches.push({ from, to });
  }
  return stretches;
}

/** No screen shows less than this part of a range. */
const narrowest = 1 / 512;
