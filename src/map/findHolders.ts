import type { Cells } from './cells';
import { heldBy, type MapHolder } from './mapData';

/** The interfaces with this text in their name, server or number, or in an address that they hold; without a text, all. */
export function findHolders(holders: readonly MapHolder[], cells: Cells, text: string): readonly MapHolder[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return holders;
  const isAddress = /^[\d.]+$/.test(wanted);
  return holders.filter((holder) => {
    const { title, server, networkInterfaceNo } = holder;
    const names = [title.toLowerCase(), server.toLowerCase(), networkInterfaceNo];
    return (
      names.some((name) => name.includes(wanted)) ||
      (isAddress && heldBy(holder).some((offset) => cells.address(offset).startsWith(wanted)))
    );
  });
}
