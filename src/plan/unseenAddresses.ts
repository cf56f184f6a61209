import type { AddressBook } from './draft';

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
