import { addressToNumber, isIpv4 } from '../model/address';
import type { Cells } from './cells';
import { heldBy, type MapHolder } from './mapData';

/**
 * The address that somebody types: `10.0.3` is the first one of those, and without a dot it is the last part of the address
 * that they are at, `77`. Undefined when there is none in the subnet.
 */
export function typedOffset(cells: Cells, typed: string, from: number): number | undefined {
  const parts = typed.split('.').filter(Boolean);
  const block = cells.address(from).split('.').slice(0, 3);
  const wanted = typed.includes('.') ? [...parts, '0', '0', '0'].slice(0, 4) : [...block, ...parts];
  const address = wanted.join('.');
  if (parts.length === 0 || !isIpv4(address)) return undefined;
  const offset = addressToNumber(address) - addressToNumber(cells.address(0));
  return offset >= 0 && offset < cells.size ? offset : undefined;
}

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
