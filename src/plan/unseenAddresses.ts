import type { AddressBook } from './draft';
import { addressToNumber, isIpv4, numberToAddress } from '../model/address';
import type { Network } from '../model/network';
import { seenAddresses } from '../model/seenAddresses';

/**
 * Usable addresses of a subnet that no visible interface holds, ascending, made one at a time.
 * "Unseen" is not "free": managed services may hold addresses no list shows. Empty for an unknown subnet.
 */
export function* unseenAddresses(
  book: Pick<AddressBook, 'range' | 'holder'>,
  subnetNo: string,
  except: ReadonlySet<string> = new Set(),
): Generator<string, void> {
  for (const address of book.range(subnetNo)?.usable() ?? []) {
    if (!except.has(address) && !book.holder(subnetNo, address)) yield address;
  }
}

/** Neighbouring addresses that no visible interface holds; both ends belong to it. */
export interface UnseenRange {
  readonly first: string;
  readonly last: string;
  readonly count: number;
}

/**
 * The usable addresses of a subnet that no visible interface holds, ascending, as ranges: what `unseenAddresses` gives one
 * by one, in time by what is held and not by the size of the subnet. Empty for an unknown subnet.
 */
export function unseenRanges(
  network: Pick<Network, 'range' | 'interfacesOf'>,
  subnetNo: string,
  except: Iterable<string> = [],
): UnseenRange[] {
  const range = network.range(subnetNo);
  if (!range) return [];
  const last = addressToNumber(range.lastUsable);
  const seen = [...seenAddresses(network, subnetNo), ...except].filter(isIpv4).map(addressToNumber);
  const ranges: UnseenRange[] = [];
  let next = addressToNumber(range.firstUsable);
  for (const held of [...seen.sort((a, b) => a - b), last + 1]) {
    const end = Math.min(held - 1, last);
    if (end >= next) {
      ranges.push({ first: numberToAddress(next), last: numberToAddress(end), count: end - next + 1 });
    }
    next = Math.max(next, held + 1);
  }
  return ranges;
}

/** The `n` lowest unseen addresses of a subnet, fewer when there are not so many. The same network gives the same answer. */
export function proposeAddresses(
  book: Pick<AddressBook, 'range' | 'holder'>,
  subnetNo: string,
  n: number,
  except?: ReadonlySet<string>,
): string[] {
  const proposed: string[] = [];
  if (n <= 0) return proposed;
  for (const address of unseenAddresses(book, subnetNo, except)) {
    proposed.push(address);
    if (proposed.length >= n) break;
  }
  return proposed;
}
