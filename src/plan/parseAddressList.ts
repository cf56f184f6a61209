import { addressToNumber, isIpv4, numberToAddress } from '../model/address';
import { firstCharacters, isNoteLine, longestList, mostUnreadable, readListLines } from './listLines';
import type { Problem } from './plan';

/** A range longer than this is a slip of the pen: five addresses fit on an interface. */
const maxRangeSize = 256;

/** So many addresses are read of one list, ranges written out. */
const mostAddresses = 1_000;

/** What was typed as addresses, in order, and what could not be read of it. */
export interface AddressList {
  /** As typed, ranges written out; an address typed twice is here twice, for the planner to say so. */
  readonly addresses: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Reads typed addresses: separated by comma, semicolon, space or newline; ranges as `10.0.10.11-14` or with both ends whole,
 * on one line. Among several lines comments and headings are passed over. Takes time in proportion to the text, and stops
 * with a problem when there is more of it than anybody needs.
 */
export function parseAddressList(text: string): AddressList {
  const addresses: string[] = [];
  const problems: Problem[] = [];
  const tooLong = (of: 'characters' | 'addresses' | 'unreadable', limit: number): AddressList => ({
    addresses,
    problems: [...problems, { kind: 'listTooLong', of, limit }],
  });
  if (text.length > longestList) return tooLong('characters', longestList);
  const lines = readListLines(text);
  for (const line of lines) {
    if (lines.length > 1 && isNoteLine(line)) continue;
    for (const word of readWords(line)) {
      const range = word.includes('-') ? readRange(word) : undefined;
      const size = range && 'first' in range ? range.last - range.first + 1 : 1;
      if (addresses.length + size > mostAddresses) return tooLong('addresses', mostAddresses);
      if (range && 'kind' in range) problems.push(range);
      else if (range) for (let at = range.first; at <= range.last; at++) addresses.push(numberToAddress(at));
      else if (isIpv4(word)) addresses.push(word);
      else problems.push({ kind: 'notAnAddress', text: firstCharacters(word) });
      if (problems.length > mostUnreadable) return tooLong('unreadable', mostUnreadable);
    }
  }
  return { addresses, problems };
}

/** The blanks go first: a pattern that takes any number of them on both sides of a hyphen looks at each again and again. */
function readWords(line: string): string[] {
  return line
    .replace(/\s+/g, ' ')
    .replace(/ ?- ?/g, '-')
    .split(/[ ,;]+/)
    .filter(Boolean);
}

/** Both ends of `10.0.10.11-14`, `10.0.10.11-10.0.10.14` or one address, as numbers; or what is wrong with it. */
export function readRange(
  text: string,
  limit = maxRangeSize,
): { readonly first: number; readonly last: number } | Problem {
  const [from = '', to = from, ...rest] = text.replace(/ ?- ?/, '-').split('-');
  const end = isIpv4(from) && /^\d{1,3}$/.test(to) ? `${from.slice(0, from.lastIndexOf('.'))}.${to}` : to;
  if (rest.length > 0 || !isIpv4(from) || !isIpv4(end)) return { kind: 'notAnAddress', text: firstCharacters(text) };
  const first = addressToNumber(from);
  const last = addressToNumber(end);
  if (last < first) return { kind: 'rangeBackwards', text };
  const size = last - first + 1;
  return size > limit ? { kind: 'rangeTooLong', text, size, limit } : { first, last };
}

/** Whatever looks like an address in a text. A run of digits is looked at once, however long it is. */
export function writtenAddresses(text: string): ReadonlySet<string> {
  return new Set(text.match(/(?<!\d)\d{1,3}(?:\.\d{1,3}){3}/g));
}
