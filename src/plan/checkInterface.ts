import type { AddressRange } from '../model/addressRange';
import { isSettling, type NetworkInterface } from '../model/networkInterface';
import type { AddressBook } from './draft';
import type { Problem } from './plan';

/** The interface, or the problem that keeps it from being changed. */
export type InterfaceCheck =
  | { readonly ok: true; readonly networkInterface: NetworkInterface; readonly range: AddressRange }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Whether an interface can be planned for at all: known, in a subnet whose range can be read, and not settling
 * (the service refuses a change while the status is SET or UNSET).
 */
export function checkInterface(book: AddressBook, networkInterfaceNo: string): InterfaceCheck {
  const networkInterface = book.interface(networkInterfaceNo);
  if (!networkInterface) return { ok: false, problem: { kind: 'unknownInterface', networkInterfaceNo } };
  const { subnetNo, networkInterfaceStatus } = networkInterface;
  const range = book.range(subnetNo);
  if (!range) return { ok: false, problem: { kind: 'unknownSubnet', networkInterfaceNo, subnetNo } };
  if (isSettling(networkInterface)) {
    return { ok: false, problem: { kind: 'settling', networkInterfaceNo, status: networkInterfaceStatus.code } };
  }
  return { ok: true, networkInterface, range };
}
