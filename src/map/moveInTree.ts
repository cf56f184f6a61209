import type { OverviewRow } from './overviewScene';

/** What a key does in a tree: goes to a row, opens or closes the one at hand. */
export type TreeMove = { readonly kind: 'go'; readonly index: number } | { readonly kind: 'open' | 'close' };

/** Where a key leads to, as in the tree pattern of ARIA; undefined when it is no key of the tree. The edges hold. */
export function moveInTree(
  rows: readonly OverviewRow[],
  index: number,
  { key, page }: { readonly key: string; readonly page: number },
): TreeMove | undefined {
  const last = rows.length - 1;
  const here = rows[index];
  const go = (to: number): TreeMove => ({ kind: 'go', index: Math.min(Math.max(to, 0), last) });
  if (!here) return undefined;
  switch (key) {
    case 'ArrowUp':
      return go(index - 1);
    case 'ArrowDown':
      return go(index + 1);
    case 'PageUp':
      return go(index - page);
    case 'PageDown':
      return go(index + page);
    case 'Home':
      return go(0);
    case 'End':
      return go(last);
    case 'ArrowRight':
      if (here.kind !== 'vpc') return undefined;
      return here.isOpen ? go(index + 1) : { kind: 'open' };
    case 'ArrowLeft':
      if (here.kind === 'vpc') return here.isOpen ? { kind: 'close' } : undefined;
      return go(rows.findLastIndex((row, at) => at < index && row.kind === 'vpc'));
    default:
      return undefined;
  }
}

/** The next row whose name begins with what is typed, from the row at hand on and round the end. */
export function typedRow(rows: readonly OverviewRow[], typed: string, from: number): number | undefined {
  const wanted = typed.toLocaleLowerCase();
  const fits = (row: OverviewRow | undefined): boolean => {
    if (!row || row.kind === 'space') return false;
    const { name, cidr } = row.kind === 'vpc' ? row.vpc : row.subnet;
    return [name, cidr].some((text) => text.toLocaleLowerCase().startsWith(wanted));
  };
  const order = rows.map((_, at) => (from + at) % rows.length);
  return order.find((at) => fits(rows[at]));
}
