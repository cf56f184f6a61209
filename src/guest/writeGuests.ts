import type { Network } from '../model/network';
import { createFailover } from './failover/createFailover';
import { failoverDocument } from './failover/failoverDocument';
import { failoverTestDocument } from './failover/failoverTestDocument';
import { beginWatch, withLook } from './failover/holderWatch';
import { guestCommands } from './guestCommands';
import { guestDocument, type Guest, type GuestWords } from './guestDocument';
import { guestInputOf, type GuestChange } from './guestInputOf';
import type { GuestSystem } from './systems/system';

/** A guest with the number of its interface and of its server. */
export interface KnownGuest extends Guest {
  readonly networkInterfaceNo: string;
  /** That of the interface where no server is known. */
  readonly serverNo: string;
}

/**
 * What changes in each guest, for every system; interfaces that are not known are left out. The door to this folder: its
 * commands for six systems are loaded when somebody asks for them.
 */
export function createGuests(
  changes: readonly GuestChange[],
  network: Network,
  name: (networkInterfaceNo: string) => string,
): KnownGuest[] {
  return changes.flatMap((change): KnownGuest[] => {
    const { networkInterfaceNo } = change;
    const input = guestInputOf(change, network);
    const serverNo = network.interface(networkInterfaceNo)?.instanceNo ?? networkInterfaceNo;
    const commands = input && guestCommands(input);
    return commands ? [{ networkInterfaceNo, serverNo, title: name(networkInterfaceNo), commands }] : [];
  });
}

/** The document of these guests: of each the system that was chosen for it, or all where none was. */
export function writeGuests(
  guests: readonly KnownGuest[],
  words: GuestWords,
  systemOf: (guest: KnownGuest) => GuestSystem | undefined,
): string {
  const written = guests.map((guest): Guest => {
    const chosen = systemOf(guest);
    const systems = guest.commands.systems.filter(({ id }) => id === chosen);
    return systems.length === 0 ? guest : { ...guest, commands: { ...guest.commands, systems } };
  });
  return guestDocument(written, words);
}

/** The document of a failover; behind the same door, because the guard it writes out is large. */
export { createFailover, failoverDocument };

/** The test of a failover. */
export { beginWatch, withLook, failoverTestDocument };
