import { addressToNumber, isIpv4, numberToAddress } from '../model/address';
import { firstCharacters } from './firstCharacters';
import type { Problem } from './plan';

/** A range longer than this is a slip of the pen: five addresses fit on an interface. */
const maxRangeSize = 256;

/** What was typed as addresses, in order, and what could not be read of it. */
export interface AddressList {
  /** As typed, ranges written out; an address typed twice is here twice, for the planner to say so. */
  readonly addresses: readonly string[];
  readonly problems: readonly Problem[];
}

/** Reads typed addresses: separated by comma, semicolon, space or newline; ranges as `10.0.10.11-14` or with both ends whole. */
export function parseAddressList(text: string): AddressList {
  const addresses: string[] = [];
  const problems: Problem[] = [];
  const words = text
    .replace(/\s*[-–]\s*/g, '-')
    .split(/[\s,;]+/)
    .filter(Boolean);
  for (const word of words) {
    const range = word.includes('-') ? readRange(word) : undefined;
    if (range && 'kind' in range) problems.push(range);
    else if (range) for (let value = range.first; value <= range.last; value++) addresses.push(numberToAddress(value));
    else if (isIpv4(word)) addresses.push(word);
    else problems.push({ kind: 'notAnAddress', text: firstCharacters(word) });
  }
  return { addresses, problems };
}

function readRange(text: string): { readonly first: number; readonly last: number } | Problem {
  const [from = '', to = '', ...rest] = text.split('-');
  const end = isIpv4(from) && /^\d{1,3}$/.test(to) ? `${from.slice(0, from.lastIndexOf('.'))}.${to}` : to;
  if (rest.length > 0 || !isIpv4(from) || !isIpv4(end)) return { kind: 'notAnAddress', text: firstCharacters(text) };
  const first = addressToNumber(from);
  const last = addressToNumber(end);
  if (last < first) return { kind: 'rangeBackwards', text };
  const size = last - first + 1;
  return size > maxRangeSize ? { kind: 'rangeTooLong', text, size, limit: maxRangeSize } : { first, last };
}
