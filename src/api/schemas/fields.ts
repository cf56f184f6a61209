import type { CommonCode } from '../../model/commonCode';
import { isIpv4 } from '../../model/address';
import { cutText } from '../answers/cutText';
import { limits } from '../limits';
import { isRecord } from '../answers/readBody';
import { refuseRow } from './row';

// Every field is read from what may be anything, because on the wire missing, null and "" mean the same, numbers and booleans
// come as text in XML, and codes come as numbers from older parts of the service.

/** Text, number or boolean as trimmed text, cut where it is absurdly long; undefined when absent. */
export function text(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  return cutText(String(value).trim(), limits.textLength.field) || undefined;
}

/** Like {@link text}, but must be there, and whole: it tells rows apart. Refuses the row otherwise, as all do that take its `name`. */
export function requiredText(value: unknown, name: string): string {
  const found = required(text(value), name);
  if (found.length > limits.textLength.key) refuseRow(name, 'is too long');
  return found;
}

/** An IPv4 address, which must be there. */
export function address(value: unknown, name: string): string {
  const found = requiredText(value, name);
  if (!isIpv4(found)) refuseRow(name, 'is no IPv4 address');
  return found;
}

/** A boolean, also as text; undefined when absent. */
export function flag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const found = text(value);
  return found === undefined ? undefined : found.toLowerCase() === 'true';
}

/** A whole number of 0 or more, also as text; undefined when absent or anything else. */
export function count(value: unknown): number | undefined {
  const found = text(value);
  return found !== undefined && /^\d+$/.test(found) ? Number(found) : undefined;
}

/** `{code, codeName}`, or the bare code; undefined when absent. */
export function code(value: unknown): CommonCode | undefined {
  const fields = isRecord(value) ? value : { code: value };
  const [found, codeName] = [text(fields.code), text(fields.codeName)];
  if (found === undefined) return undefined;
  const known = knownCodes.get(found);
  if (known?.codeName === codeName && known) return known;
  const read: CommonCode = codeName === undefined ? { code: found } : { code: found, codeName };
  if (knownCodes.size < mostKnownCodes) knownCodes.set(found, read);
  return read;
}

/** A region repeats the same few codes in every row: one object for each of them is a third of what a network takes. */
const knownCodes = new Map<string, CommonCode>();
const mostKnownCodes = 500;

/** Like {@link code}, but must be there. */
export function requiredCode(value: unknown, name: string): CommonCode {
  return required(code(value), name);
}

function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) refuseRow(name, 'is missing');
  return value;
}

/** The items of a list as they came; undefined when it is absent. */
export function listItems(value: unknown): unknown[] | undefined {
  return value === null || value === undefined ? undefined : readList(value);
}

/**
 * IPv4 addresses, none for an empty list. Absent is not empty: the document says that `secondaryIpList` is always there, so
 * without it nobody knows what the interface holds.
 */
export function addresses(value: unknown, name: string): string[] {
  const items = required(listItems(value), name);
  if (items.length > limits.rowAddresses) refuseRow(name, 'has too many entries');
  const found = items.filter((item) => item !== '').map((item) => text(item) ?? '');
  if (!found.every(isIpv4)) refuseRow(name, 'has an entry that is no IPv4 address');
  return found;
}

/** A list of text without its absent entries. What filters makes room for sixteen, and a region has two lists for each row. */
export function texts(value: unknown): string[] {
  const found = readList(value).map(text);
  const isText = (one: string | undefined): one is string => one !== undefined;
  return found.every(isText) ? found : found.filter(isText);
}

/**
 * In XML a list is `<plural><singular/>…</plural>`; whether lists of text repeat another element name is not documented, so
 * any single child name will do, and so will a repeated plural.
 */
function readList(value: unknown, depth = 0): unknown[] {
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return text(value) === undefined ? [] : [value];
  const names = Object.keys(value).filter((name) => name !== '#text');
  const [only] = names;
  return names.length === 1 && only !== undefined && depth < limits.answerDepth
    ? readList(value[only], depth + 1)
    : [value];
}
