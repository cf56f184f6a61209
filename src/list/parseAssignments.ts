import { holdsAddress, longestList, mostUnreadable, splitListLines } from '../plan/listLines';
import { parseAddressList } from '../plan/parseAddressList';
import { createInterfaceNames, type InterfaceNames, type NamedNetwork } from '../plan/interfaceNames';
import type { Span, Word } from '../text/span';
import type { ListEntry, ListProblem, RawEntry } from './listEntry';
import { isJson, readJson } from './readJson';
import { readListLine } from './readListLine';
import { readHeading, readRow, type Table } from './readTable';

/** What a list says, and what could not be read of it, by line. */
export interface AssignmentList {
  readonly entries: readonly ListEntry[];
  /** Rows that only tell what is there: the primary addresses of our own CSV and JSON. */
  readonly notes: readonly Span[];
  readonly problems: readonly ListProblem[];
}

/** So many addresses are read of one list. */
const mostAddresses = 10_000;

/** Nothing more is read: the list is longer than anybody needs. */
class ListEnds extends Error {}

/**
 * Reads a list of addresses for interfaces, in any of the forms people have: lines of `interface,address` (comma, semicolon,
 * tab or blank between; more addresses and ranges may follow), CSV with a heading and JSON as Copy As writes them. The
 * interface is called as the tree shows it. `takeover` or `!` at the end of a line allows taking its addresses from whoever
 * holds them. Blank lines, comments and headings are passed over: a line that ends in a colon or stands before others, names no
 * interface and holds no address. Stops with a problem when there is more than anybody needs. An entry with a problem is
 * among the problems only.
 */
export function parseAssignments(text: string, network: NamedNetwork): AssignmentList {
  const entries: ListEntry[] = [];
  const notes: Span[] = [];
  const problems: ListProblem[] = [];
  const list = { entries, notes, problems };
  let size = 0;
  const end = (line: number, span: Span, of: 'characters' | 'addresses' | 'unreadable', limit: number): never => {
    problems.push({ line, span, problem: { kind: 'listTooLong', of, limit } });
    throw new ListEnds();
  };
  const take = (raw: RawEntry, names: InterfaceNames): void => {
    const { entry, problems: found } = readEntry(raw, names);
    problems.push(...found);
    if (problems.length > mostUnreadable) end(raw.line, raw.span, 'unreadable', mostUnreadable);
    if (!entry) return;
    size += entry.addresses.length;
    if (size > mostAddresses) end(raw.line, raw.span, 'addresses', mostAddresses);
    entries.push(entry);
  };
  try {
    if (text.length > longestList) end(1, { start: 0, end: 0 }, 'characters', longestList);
    const names = createInterfaceNames(network);
    const bare = text.replace(/^[^\S\r\n]*#.*$/gm, (comment) => ' '.repeat(comment.length));
    if (isJson(bare)) {
      const json = readJson(bare);
      for (const { line, ...span } of json.unreadable) {
        problems.push({ line, span, problem: { kind: 'notAnEntry' } });
        if (problems.length > mostUnreadable) end(line, span, 'unreadable', mostUnreadable);
      }
      for (const entry of json.entries) if (entry.isNote) notes.push(entry.span);
      for (const entry of json.entries) if (!entry.isNote) take(entry, names);
    } else readLines(text, names, (raw) => take(raw, names), notes);
  } catch (error) {
    if (!(error instanceof ListEnds)) throw error;
  }
  return list;
}

/** Lines, and rows of the tables among them. */
function readLines(text: string, names: InterfaceNames, take: (raw: RawEntry) => void, notes: Span[]): void {
  const lines = splitListLines(text);
  const last = lines.findLastIndex((line) => line.text.trim() !== '');
  const isName = (name: string): boolean => typeof names.find(name) === 'string';
  let table: Table | undefined;
  let isFirst = true;
  for (const [index, line] of lines.entries()) {
    const row = table && readRow(line, index + 1, table);
    const raw = row ?? readListLine(line, index + 1, isName);
    if (!raw) continue;
    const isEntry =
      raw.addresses.some((word) => holdsAddress(word.text)) || isName(raw.name.text) || holdsAddress(raw.name.text);
    const heading = isEntry ? undefined : readHeading(line);
    if (heading) table = heading;
    else if (row?.isNote) notes.push(row.span);
    else if (isEntry || row || (!raw.isNote && !(isFirst && index < last))) take(raw);
    else continue;
    isFirst = false;
  }
}

function readEntry(
  { addresses: words, ...raw }: RawEntry,
  names: InterfaceNames,
): { readonly entry?: ListEntry; readonly problems: readonly ListProblem[] } {
  const { line, name, takeover } = raw;
  const problems: ListProblem[] = [];
  const found = names.find(name.text);
  if (typeof found !== 'string') problems.push({ line, span: name, problem: found });
  const isEntry = typeof found === 'string' || holdsAddress(name.text) || words.some((word) => holdsAddress(word.text));
  const addresses: Word[] = [];
  for (const word of isEntry ? words : []) {
    const list = parseAddressList(word.text);
    addresses.push(...list.addresses.map((text) => ({ ...word, text })));
    problems.push(...list.problems.map((problem) => ({ line, span: word, problem })));
    // The first wrong word is told: all of them together would repeat whatever was pasted, a secret in groups of four too.
    if (list.problems.length > 0) break;
  }
  if (isEntry && addresses.length + problems.length === 0) {
    problems.push({ line, span: raw.span, problem: { kind: 'notAnAddress', text: '' } });
  }
  if (typeof found !== 'string' || problems.length > 0) return { problems };
  const item = {
    kind: 'assign',
    networkInterfaceNo: found,
    secondaryIps: addresses.map(({ text }) => text),
    ...(takeover && { allowReassign: true }),
  } as const;
  return { entry: { ...raw, addresses, item }, problems };
}
