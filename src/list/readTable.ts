import type { ListLine } from '../plan/listLines';
import type { Word } from '../text/span';
import type { RawEntry } from './listEntry';
import { addressWords, bareLine } from './readListLine';

/** The columns that tell where an address goes, as our own CSV calls them. */
const columns = ['interface', 'name', 'server', 'device', 'role', 'address'] as const;
type Column = (typeof columns)[number];

/** The heading of a table: what separates its cells, how many there are, and where our columns stand. */
export interface Table {
  readonly separator: string;
  readonly width: number;
  readonly places: ReadonlyMap<Column, number>;
}

/**
 * Reads a line as the heading of a table, such as Copy As makes one: it has a column `address` and one that names the
 * interface. Plain `interface,address` is none: its lines may hold more addresses than it has columns.
 */
export function readHeading({ text }: ListLine): Table | undefined {
  const separator = [',', ';', '\t'].find((sign) => text.includes(sign));
  if (separator === undefined) return undefined;
  const cells = splitCells({ text, start: 0 }, separator).map((cell) => cell.text.trim().toLowerCase());
  const places = new Map(
    columns.flatMap((column): [Column, number][] => (cells.includes(column) ? [[column, cells.indexOf(column)]] : [])),
  );
  const namesInterface = places.has('interface') || places.has('name') || places.has('server');
  if (!places.has('address') || !namesInterface || cells.length < 3) return undefined;
  return { separator, width: cells.length, places };
}

/** A row of the table; undefined for a line that has not its number of cells. `isNote`: a primary address, which only tells. */
export function readRow(
  line: ListLine,
  number: number,
  { separator, width, places }: Table,
): (RawEntry & { readonly isNote: boolean }) | undefined {
  const bare = bareLine(line);
  const cells = splitCells(bare, separator);
  // What was cut off with the takeover word may have ended in a separator.
  if (cells.length === width + 1 && cells.at(-1)?.text.trim() === '') cells.pop();
  if (cells.length !== width) return undefined;
  const cell = (column: Column): Word | undefined => {
    const place = places.get(column);
    const found = place === undefined ? undefined : cells[place];
    return found && found.text.trim() !== '' ? found : undefined;
  };
  const server = cell('server');
  const device = cell('device');
  const ofServer = server && device ? { ...server, text: `${server.text}/${device.text}` } : server;
  const span = { start: bare.start, end: bare.start + bare.text.length };
  const address = cell('address');
  return {
    line: number,
    span,
    name: cell('interface') ?? ofServer ?? cell('name') ?? { ...span, text: '' },
    addresses: address ? addressWords(address) : [],
    takeover: bare.takeover,
    mark: { at: span.end, text: `${separator}takeover` },
    isNote: cell('role')?.text.trim().toLowerCase() === 'primary',
  };
}

/** Cells of a line (RFC 4180), each without its quotation marks and without the apostrophe that keeps formulas from running. */
function splitCells({ text, start }: Pick<ListLine, 'text' | 'start'>, separator: string): Word[] {
  const cells: Word[] = [];
  for (let at = 0; at <= text.length; at++) {
    const isQuoted = text[at] === '"';
    const end = isQuoted ? closingQuote(text, at + 1) : endOf(text, separator, at);
    const from = isQuoted ? at + 1 : at;
    const content = text.slice(from, end);
    const plain = isQuoted ? content.replaceAll('""', '"') : content;
    cells.push({ text: plain.replace(/^'(?=\s*[=+\-@])/, ''), start: start + from, end: start + end });
    at = isQuoted ? endOf(text, separator, end) : end;
  }
  return cells;
}

function endOf(text: string, separator: string, from: number): number {
  const end = text.indexOf(separator, from);
  return end < 0 ? text.length : end;
}

function closingQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return at;
    at++;
  }
  return text.length;
}
