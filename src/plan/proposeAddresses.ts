import type { AddressBook } from './draft';
import { unseenAddresses } from './unseenAddresses';

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
