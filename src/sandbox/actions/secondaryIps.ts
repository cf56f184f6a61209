import type { AddressPool } from '../state/addressPool';
import type { SubnetRecord } from '../state/records';
import { unconfirmed } from '../unconfirmed';
import type { Params } from '../wire/params';
import { refuse } from '../wire/refuse';

/** A network interface holds at most this many secondary IPs. */
const most = 5;

/** What a call about secondary IPs asks for. */
export interface SecondaryIpsAsked {
  /** Each once, in the order given. */
  readonly listed: readonly string[];
  /** How many more the service is to choose. */
  readonly count: number;
}

/** Reads `secondaryIpList.N` and `secondaryIpCount` and holds them to 0 … 5 each. */
export function readSecondaryIps(params: Params): SecondaryIpsAsked {
  const listed = params.list('secondaryIpList');
  const count = params.integer('secondaryIpCount', 0, most) ?? 0;
  if (listed.length > most) throw refuse.tooMany();
  return { listed: unconfirmed.withoutRepeats(listed), count };
}

/** Refuses an address that can be nobody's in this subnet. */
export function checkAddress(address: string, subnet: SubnetRecord, pool: AddressPool): void {
  const place = pool.placeOf(address);
  if (place === 'invalid') throw refuse.invalidAddress(address);
  if (place === 'outside') throw refuse.outsideSubnet(address, subnet.subnet);
  if (place === 'reserved') throw refuse.reserved(address, subnet.subnet);
}

/** The list after the change: existing, listed, automatic. Refuses more than five, and automatic ones that are not there. */
export function composeSecondaryIps(
  existing: readonly string[],
  { listed, count }: SecondaryIpsAsked,
  subnet: SubnetRecord,
  pool: AddressPool,
  primary?: string,
): string[] {
  const chosen = [...new Set([...existing, ...listed])];
  if (chosen.length + count > most) throw refuse.tooMany();
  const automatic = pool.lowestFree(count, primary === undefined ? chosen : [...chosen, primary]);
  if (automatic.length < count) throw refuse.noFreeAddress(subnet.subnet);
  return [...chosen, ...automatic];
}
