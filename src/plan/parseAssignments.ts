import type { Network } from '../model/network';
import { firstCharacters } from './firstCharacters';
import type { AssignItem } from './intent';
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

/**
 * Reads a pasted list or CSV, one `networkInterface,address` per line (comma, semicolon, tab or blank between). The
 * interface is its number, its name or its primary address; more addresses and ranges may follow in the same line.
 * Blank lines, lines starting with `#` and a heading are passed over.
 */
export function parseAssignments(text: string, network: Pick<Network, 'interface' | 'interfaces'>): AssignmentList {
  const items: AssignItem[] = [];
  const lines: number[] = [];
  const problems: { line: number; problem: Problem }[] = [];
  text.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const line = index + 1;
    const content = raw.replaceAll('"', ' ').replace('\uFEFF', '').trim();
    if (content === '' || content.startsWith('#') || isHeading(content, items.length + problems.length)) return;
    const [name = '', ...rest] = content.split(/[\s,;]+/);
    const found = findInterface(name, network);
    if (typeof found !== 'string') problems.push({ line, problem: found });
    const list = parseAddressList(rest.join(' '));
    problems.push(...list.problems.map((problem) => ({ line, problem })));
    if (list.addresses.length + list.problems.length === 0) {
      problems.push({ line, problem: { kind: 'notAnAddress', text: '' } });
    }
    if (typeof found !== 'string' || list.addresses.length === 0) return;
    items.push({ kind: 'assign', networkInterfaceNo: found, secondaryIps: list.addresses });
    lines.push(line);
  });
  return { items, lines, problems };
}

/** A first line without a digit names columns: every interface number and every address has one. */
function isHeading(line: string, linesBefore: number): boolean {
  return linesBefore === 0 && !/\d/.test(line);
}

function findInterface(
  name: string,
  { interface: byNo, interfaces }: Pick<Network, 'interface' | 'interfaces'>,
): string | Problem {
  if (byNo(name)) return name;
  const matches = interfaces.filter((one) => one.networkInterfaceName === name || one.ip === name);
  const [first, second] = matches;
  if (!first) return { kind: 'unknownInterface', networkInterfaceNo: firstCharacters(name) };
  if (!second) return first.networkInterfaceNo;
  const networkInterfaceNos = matches.map((one) => one.networkInterfaceNo);
  return { kind: 'ambiguousInterface', text: name, networkInterfaceNos };
}
