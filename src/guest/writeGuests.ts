import type { Network } from '../model/network';
import { guestCommands } from './guestCommands';
import { guestDocument, type Guest, type GuestWords } from './guestDocument';
import { guestInputOf, type GuestChange } from './guestInputOf';

/**
 * The document for what changes in each guest; undefined when none of the interfaces is known. The door to this folder: its
 * commands for seven systems are loaded when somebody asks for them.
 */
export function writeGuests(
  changes: readonly GuestChange[],
  network: Network,
  name: (networkInterfaceNo: string) => string,
  words: GuestWords,
  gatewayUrl?: string,
): string | undefined {
  const guests = changes.flatMap((change): Guest[] => {
    const input = guestInputOf(change, network, gatewayUrl);
    return input ? [{ title: name(change.networkInterfaceNo), commands: guestCommands(input) }] : [];
  });
  return guests.length === 0 ? undefined : guestDocument(guests, words);
}
