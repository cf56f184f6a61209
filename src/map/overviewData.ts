/** A subnet in the overview of its region: how much of it is used. Texts are localised. */
export interface OverviewSubnet {
  readonly subnetNo: string;
  readonly name: string;
  readonly cidr: string;
  /** What it is for: `public · load balancer`. */
  readonly about: string;
  /** The first address as a number; with 0 addresses the range cannot be read. */
  readonly first: number;
  readonly size: number;
  /** Addresses that NAVER Cloud keeps for itself. */
  readonly reserved: number;
  /** Addresses that an interface is seen to hold. */
  readonly used: number;
}

/** A VPC with its range and its subnets by address. */
export interface OverviewVpc {
  readonly vpcNo: string;
  readonly name: string;
  readonly cidr: string;
  readonly first: number;
  /** 0 when the range cannot be read. */
  readonly size: number;
  readonly subnets: readonly OverviewSubnet[];
}

/** A region as its overview shows it. */
export interface OverviewData {
  readonly vpcs: readonly OverviewVpc[];
}

/** How subnets are sorted: as they lie in the range of their VPC, or the fullest one first. */
export const overviewSorts = ['address', 'fullness'] as const;
/** One of the orders above. */
export type OverviewSort = (typeof overviewSorts)[number];

/** How much of what can be used is used, 0 … 1. */
export function fullnessOf({ size, reserved, used }: Pick<OverviewSubnet, 'size' | 'reserved' | 'used'>): number {
  const usable = size - reserved;
  return usable > 0 ? Math.min(1, used / usable) : 0;
}

/** How much is used in percent: nothing is 0 and all is 100, and nothing else is. */
export function percentOf(subnet: Pick<OverviewSubnet, 'size' | 'reserved' | 'used'>): number {
  const fullness = fullnessOf(subnet);
  if (fullness === 0 || fullness === 1) return fullness * 100;
  return Math.min(99, Math.max(1, Math.round(fullness * 100)));
}
