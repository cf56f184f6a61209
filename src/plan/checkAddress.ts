import { isIpv4 } from '../model/address';
import type { NetworkInterface } from '../model/networkInterface';
import type { AddressBook } from './draft';
import type { Problem } from './plan';

/**
 * What stands in the way of one address on one interface, or what assigning it would mean:
 * `unseen` = not seen in use · `alreadyThere` = the interface holds it · `takes` = `holder` would lose it.
 */
export type AddressCheck =
  | { readonly ok: true; readonly address: string; readonly state: 'unseen' | 'alreadyThere' }
  | { readonly ok: true; readonly address: string; readonly state: 'takes'; readonly holder: NetworkInterface }
  | { readonly ok: false; readonly problem: Problem };

/**
 * The rule book for one address (assignSecondaryIps: own subnet, not reserved, nobody's primary; a secondary IP of
 * another interface only with `allowReassign`). The wizard asks it while somebody types and the planner before every step.
 */
export function checkAddress(
  book: AddressBook,
  networkInterfaceNo: string,
  text: string,
  allowReassign = false,
): AddressCheck {
  const refuse = (problem: Problem): AddressCheck => ({ ok: false, problem });
  const address = text.trim();
  const target = book.interface(networkInterfaceNo);
  if (!target) return refuse({ kind: 'unknownInterface', networkInterfaceNo });
  const range = book.range(target.subnetNo);
  if (!range) return refuse({ kind: 'unknownSubnet', networkInterfaceNo, subnetNo: target.subnetNo });
  if (!isIpv4(address)) return refuse({ kind: 'notAnAddress', text: address });

  const { cidr, firstUsable, lastUsable } = range;
  const place = range.place(address);
  if (place !== 'usable') return refuse({ kind: place, address, cidr, firstUsable, lastUsable });
  if (target.ip === address) return refuse({ kind: 'ownPrimary', address, networkInterfaceNo });
  if (target.secondaryIpList.includes(address)) return { ok: true, address, state: 'alreadyThere' };

  const holder = book.holder(target.subnetNo, address);
  if (!holder) return { ok: true, address, state: 'unseen' };
  const { networkInterface, role } = holder;
  if (role === 'primary') {
    return refuse({ kind: 'othersPrimary', address, holder: networkInterface.networkInterfaceNo });
  }
  if (!allowReassign) return refuse({ kind: 'heldByOther', address, holder: networkInterface.networkInterfaceNo });
  return { ok: true, address, state: 'takes', holder: networkInterface };
}
