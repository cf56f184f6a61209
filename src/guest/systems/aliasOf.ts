import { addressToNumber } from '../../model/address';
import type { GuestFacts } from '../guestFacts';

/**
 * The alias device an address gets: `eth0:11` for 10.0.10.11/24. The number is the address's offset in its subnet, so it is
 * unique there and the same when the address is removed, without looking at the guest.
 */
export function aliasOf(address: string, { device, prefix }: Pick<GuestFacts, 'device' | 'prefix'>): string {
  // A /32 is written for an unknown subnet: the last two numbers tell addresses of any subnet apart.
  const hostBits = prefix === 32 ? 16 : 32 - prefix;
  return `${device}:${addressToNumber(address) % 2 ** hostBits}`;
}
