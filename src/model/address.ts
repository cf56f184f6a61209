import { isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Offsets 0 to 5 of every subnet and its last address cannot be used (createNetworkInterface, `ip`). */
export const reservedOffsets = 6;

/** True for four decimal numbers with dots and nothing else: no octal, hex or shortened forms. */
export function isIpv4(text: string): boolean {
  return isIPv4(text);
}

/** The address as a number 0 … 2³²−1. Throws on anything that is not IPv4. */
export function addressToNumber(address: string): number {
  const [a, b, c, d] = isIPv4(address) ? address.split('.') : ipaddr.IPv4.parse(address).octets;
  return ((Number(a) * 256 + Number(b)) * 256 + Number(c)) * 256 + Number(d);
}

/** The inverse of {@link addressToNumber}. */
export function numberToAddress(value: number): string {
  return ipaddr.IPv4.parse(String(value)).toString();
}

/** Numeric order; anything that is not IPv4 sorts last, as text. */
export function compareAddresses(a: string, b: string): number {
  if (isIpv4(a) && isIpv4(b)) return addressToNumber(a) - addressToNumber(b);
  return Number(isIpv4(b)) - Number(isIpv4(a)) || a.localeCompare(b);
}

/** A sorted copy. */
export function sortAddresses(addresses: readonly string[]): string[] {
  return sortByAddress(addresses, (address) => address);
}

/** Whether IPv4 addresses are in the order that {@link sortAddresses} gives them, which a region has thousands of lists of. */
export function areSorted(addresses: readonly string[]): boolean {
  let before = -1;
  return addresses.every((address) => {
    const value = addressToNumber(address);
    const isNext = value >= before;
    before = value;
    return isNext;
  });
}

/** A copy sorted like {@link compareAddresses}, each address read once: a region has tens of thousands. */
export function sortByAddress<T>(items: readonly T[], addressOf: (item: T) => string): T[] {
  if (items.length < 2) return [...items];
  return items
    .map((item) => {
      const address = addressOf(item);
      return { item, address, order: isIpv4(address) ? addressToNumber(address) : Infinity };
    })
    .sort((a, b) => (a.order === b.order ? a.address.localeCompare(b.address) : a.order - b.order))
    .map(({ item }) => item);
}
