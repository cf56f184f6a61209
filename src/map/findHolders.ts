import type { Cells } from './cells';
import type { MapHolder } from './mapData';

/** The interfaces with this text in their name, server or number, or in an address that they hold; without a text, all. */
export function findHolders(holders: readonly MapHolder[], cells: Cells, text: string): readonly MapHolder[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return holders;
  const isAddress = /^[\d.]+$/.test(wanted);
  return holders.filter(({ title, server, networkInterfaceNo, primary, secondaries }) => {
    const names = [title.toLowerCase(), server.toLowerCase(), networkInterfaceNo];
    const held = primary === undefined ? secondaries : [primary, ...secondaries];
    return (
      names.some((name) => name.includes(wanted)) ||
      (isAddress && held.some((offset) => cells.address(offset).startsWith(wanted)))
    );
  });
}
