import type { Network } from '../model/network';
import { firstCharacters } from './firstCharacters';
import type { NetworkInterface } from '../model/networkInterface';
import type { AssignItem } from './intent';
import { holdsAddress, isNoteLine, longestList, mostUnreadable, readListLines } from './listLines';
import { parseAddressList } from './parseAddressList';
import type { Problem } from './plan';

/** What was pasted as lines of `interface,address`, and what could not be read of it, by line. */
export interface AssignmentList {
  /** One per line. */
  readonly items: readonly AssignItem[];
  /** The line of each item, from 1. */
  readonly lines: readonly number[];
  readonly problems: readonly { readonly line: number; readonly problem: Problem }[];
}

/** So many addresses are read of one list. */
const mostAddresses = 10_000;

/**
 * Reads a pasted list or CSV, one `networkInterface,address` per line (comma, semicolon, tab or blank between). The
 * interface is its number, its name or its primary address; more addresses and ranges may follow in the same line.
 * Blank lines, comments, and headings are passed over: a line that ends in a colon or stands first, names no interface and
 * holds no address. Stops with a problem when there is more than anybody needs.
 */
export function parseAssignments(text: string, network: Pick<Network, 'interface' | 'interfaces'>): AssignmentList {
  const items: AssignItem[] = [];
  const lines: number[] = [];
  const problems: { line: number; problem: Problem }[] = [];
  const tooLong = (line: number, of: 'characters' | 'addresses' | 'unreadable', limit: number): AssignmentList => ({
    items,
    lines,
    problems: [...problems, { line, problem: { kind: 'listTooLong', of, limit } }],
  });
  if (text.length > longestList) return tooLong(1, 'characters', longestList);
  const find = createFinder(network);
  let size = 0;
  for (const [index, content] of readListLines(text).entries()) {
    const line = index + 1;
    const [first = '', ...rest] = content.split(/[\s,;]+/);
    const found = find(first.replace(/:$/, ''));
    const isEntry = typeof found === 'string' || holdsAddress(content);
    const isFirst = items.length + problems.length === 0;
    if (content === '' || content.startsWith('#') || (!isEntry && (isFirst || isNoteLine(content)))) continue;
    const list = isEntry ? parseAddressList(rest.join(' ')) : { addresses: [], problems: [] };
    if (typeof found !== 'string') problems.push({ line, problem: found });
    problems.push(...list.problems.map((problem) => ({ line, problem })));
    if (isEntry && list.addresses.length + list.problems.length === 0) {
      problems.push({ line, problem: { kind: 'notAnAddress', text: '' } });
    }
    if (problems.length > mostUnreadable) return tooLong(line, 'unreadable', mostUnreadable);
    if (typeof found !== 'string' || list.addresses.length === 0) continue;
    size += list.addresses.length;
    if (size > mostAddresses) return tooLong(line, 'addresses', mostAddresses);
    items.push({ kind: 'assign', networkInterfaceNo: found, secondaryIps: list.addresses });
    lines.push(line);
  }
  return { items, lines, problems };
}

/** Finds interfaces by what a line may call them. */
function createFinder({
  interface: byNo,
  interfaces,
}: Pick<Network, 'interface' | 'interfaces'>): (name: string) => string | Problem {
  const byName = new Map<string, Set<NetworkInterface>>();
  for (const one of interfaces) {
    for (const name of [one.networkInterfaceName, one.ip]) {
      byName.set(name, (byName.get(name) ?? new Set<NetworkInterface>()).add(one));
    }
  }
  return (name) => {
    if (byNo(name)) return name;
    const [first, ...others] = byName.get(name) ?? [];
    if (!first) return { kind: 'unknownInterface', networkInterfaceNo: firstCharacters(name) };
    if (others.length === 0) return first.networkInterfaceNo;
    const networkInterfaceNos = [first, ...others].map((one) => one.networkInterfaceNo);
    return { kind: 'ambiguousInterface', text: name, networkInterfaceNos };
  };
}
