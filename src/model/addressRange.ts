import ipaddr from 'ipaddr.js';
import { addressToNumber, numberToAddress, reservedOffsets } from './address';

/** Where an address stands in a subnet's range. */
export type Place = 'usable' | 'reserved' | 'outside';

/** The addresses of one subnet: first and last usable one and how many there are. /28 has 9, /24 has 249, /16 has 65,529. */
export interface AddressRange {
  readonly cidr: string;
  readonly prefix: number;
  readonly firstUsable: string;
  readonly lastUsable: string;
  /** 2^(32 − prefix) − 7. */
  readonly usableCount: number;
  place(address: string): Place;
  /** Usable addresses in ascending order, made one at a time (a /16 has 65,529). */
  usable(): Iterable<string>;
}

/** Reads a CIDR such as `10.0.10.0/24`; undefined when it is not one (a subnet the API described in a form we do not know). */
export function createAddressRange(cidr: string): AddressRange | undefined {
  if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(cidr)) return undefined;
  const [, prefix] = ipaddr.IPv4.parseCIDR(cidr);
  const first = addressToNumber(ipaddr.IPv4.networkAddressFromCIDR(cidr).toString());
  const last = addressToNumber(ipaddr.IPv4.broadcastAddressFromCIDR(cidr).toString());
  const low = first + reservedOffsets;
  const high = last - 1;
  return {
    cidr,
    prefix,
    firstUsable: numberToAddress(low),
    lastUsable: numberToAddress(high),
    usableCount: Math.max(0, high - low + 1),
    place(address) {
      const value = addressToNumber(address);
      if (value < first || value > last) return 'outside';
      return value < low || value > high ? 'reserved' : 'usable';
    },
    *usable() {
      for (let value = low; value <= high; value++) yield numberToAddress(value);
    },
  };
}
