/** One server of a failover: the interface that may hold the addresses. */
export interface FailoverServer {
  /** `web-01`; text for people. */
  readonly name: string;
  readonly networkInterfaceNo: string;
  readonly device: string;
  readonly primary: string;
}

/** Addresses that follow the living server. Every value passed a check (createFailover.ts): it can stand in a file as it is. */
export interface Failover {
  readonly gatewayUrl: string;
  readonly regionCode: string;
  /** Of the subnet, 1 … 32. */
  readonly prefix: number;
  readonly addresses: readonly string[];
  /** Two or more, the preferred one first. */
  readonly servers: readonly FailoverServer[];
  /** Whether a preferred server that is back becomes master again. */
  readonly preempts: boolean;
}

/** What files, the service and the VRRP instance are called: another name for each first address. */
export function instanceName({ addresses }: Pick<Failover, 'addresses'>): string {
  return `vip-${(addresses[0] ?? '').replaceAll('.', '-')}`;
}
