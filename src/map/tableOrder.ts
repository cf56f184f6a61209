import type { Cells } from './cells';
import { cellStates } from './mapData';

/** What a table of addresses has in its columns. */
export const tableColumns = ['address', 'state', 'networkInterface', 'server', 'status'] as const;
/** One of the columns above. */
export type TableColumn = (typeof tableColumns)[number];

/** By which column the rows are sorted. */
export interface TableSort {
  readonly column: TableColumn;
  readonly isDescending: boolean;
}

/** The addresses as rows of a table, by offset: those that are looked for, sorted. What is empty comes last. */
export function tableOrder(
  cells: Cells,
  { column, isDescending }: TableSort,
  filter: (offset: number) => boolean = () => true,
): number[] {
  const all = Array.from({ length: cells.size }, (_, offset) => offset).filter(filter);
  if (column === 'address') return isDescending ? all.reverse() : all;
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const sign = isDescending ? -1 : 1;
  return all.sort((a, b) => {
    const [one, other] = [cellText(cells, a, column), cellText(cells, b, column)];
    if (one === '' || other === '') return Number(one === '') - Number(other === '') || a - b;
    return sign * compare(one, other) || a - b;
  });
}

/** What a column says of an address; a state in the order of the legend. */
function cellText(cells: Cells, offset: number, column: Exclude<TableColumn, 'address'>): string {
  if (column === 'state') return String(cellStates.indexOf(cells.state(offset)));
  const holder = cells.holder(offset);
  return (column === 'networkInterface' ? holder?.title : holder?.[column]) ?? '';
}
