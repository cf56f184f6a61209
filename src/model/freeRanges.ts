import ipaddr from 'ipaddr.js';
import { addressToNumber, numberToAddress } from './address';

/** Neighbouring addresses as numbers; both ends belong to it. */
export interface NumberRange {
  readonly first: number;
  readonly last: number;
}

/** The whole of a CIDR such as `10.0.0.0/16`, its ends included; undefined when it is not one. */
export function rangeOfCidr(cidr: string): NumberRange | undefined {
  if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(cidr)) return undefined;
  return {
    first: addressToNumber(ipaddr.IPv4.networkAddressFromCIDR(cidr).toString()),
    last: addressToNumber(ipaddr.IPv4.broadcastAddressFromCIDR(cidr).toString()),
  };
}

/** What is left of a range between its parts, ascending. Parts may overlap and lie outside. */
export function rangesBetween({ first, last }: NumberRange, parts: readonly NumberRange[]): NumberRange[] {
  const left: NumberRange[] = [];
  let next = first;
  for (const part of parts.toSorted((a, b) => a.first - b.first)) {
    const end = Math.min(part.first - 1, last);
    if (end >= next) left.push({ first: next, last: end });
    next = Math.max(next, part.last + 1);
  }
  if (next <= last) left.push({ first: next, last });
  return left;
}

/** Both ends of a range as addresses. */
export function endsOf({ first, last }: NumberRange): readonly [first: string, last: string] {
  return [numberToAddress(first), numberToAddress(last)];
}
