import * as v from 'valibot';
import type { CommonCode } from '../../model/commonCode';
import { isIpv4 } from '../../model/address';
import { cutText } from '../answers/cutText';
import { dropAbsent } from '../dropAbsent';
import { limits } from '../limits';
import { isRecord } from '../answers/readBody';

// Every field is read from `unknown` with null for a missing key, because on the wire missing, null and "" mean the same,
// numbers and booleans come as text in XML, and codes come as numbers from older parts of the service.
const wire = v.optional(v.unknown(), null);

/** Text, number or boolean as trimmed text, cut where it is absurdly long; undefined when absent. */
export const text = v.pipe(wire, v.transform(readText));

/** Like {@link text}, but must be there, and whole: it tells rows apart. */
export const requiredText = v.pipe(
  text,
  v.custom<string>((value) => value !== undefined, 'is missing'),
  v.maxLength(limits.textLength.key, 'is too long'),
);

/** An IPv4 address, which must be there. */
export const address = v.pipe(requiredText, v.check(isIpv4, 'is no IPv4 address'));

/** A boolean, also as text; undefined when absent. */
export const flag = v.pipe(
  text,
  v.transform((value) => (value === undefined ? undefined : value.toLowerCase() === 'true')),
);

/** A whole number of 0 or more, also as text; undefined when absent or anything else. */
export const count = v.pipe(
  text,
  v.transform((value) => (value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined)),
);

/** `{code, codeName}`, or the bare code; undefined when absent. */
export const code = v.pipe(wire, v.transform(readCode));

/** Like {@link code}, but must be there. */
export const requiredCode = v.pipe(
  code,
  v.custom<CommonCode>((value) => value !== undefined, 'is missing'),
);

/**
 * A list of `item`, never absent. In XML a list is `<plural><singular/>…</plural>`; whether lists of text repeat another element
 * name is not documented, so any single child name will do, and so will a repeated plural.
 */
function list<const Item extends v.GenericSchema>(item: Item) {
  return v.pipe(wire, v.transform(readList), v.array(item));
}

/** The items of a list as they came; undefined when it is absent. */
export const listItems = v.pipe(
  wire,
  v.transform((value) => (value === null ? undefined : readList(value))),
);

/**
 * IPv4 addresses, none for an empty list. Absent is not empty: the document says that `secondaryIpList` is always there, so
 * without it nobody knows what the interface holds.
 */
export const addresses = v.pipe(
  listItems,
  v.custom<unknown[]>((items) => items !== undefined, 'is missing'),
  v.maxLength(limits.rowAddresses, 'has too many entries'),
  v.transform((items) => items.filter((item) => item !== '').map((item) => readText(item) ?? '')),
  v.check((items) => items.every(isIpv4), 'has an entry that is no IPv4 address'),
);

/** A list of text without its absent entries. */
export const texts = v.pipe(
  list(text),
  v.transform((values) => values.filter((value) => value !== undefined)),
);

function readText(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  return cutText(String(value).trim(), limits.textLength.field) || undefined;
}

function readCode(value: unknown): CommonCode | undefined {
  const fields = isRecord(value) ? value : { code: value };
  const found = readText(fields.code);
  return found === undefined ? undefined : dropAbsent({ code: found, codeName: readText(fields.codeName) });
}

function readList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return readText(value) === undefined ? [] : [value];
  const names = Object.keys(value).filter((name) => name !== '#text');
  const [only] = names;
  return names.length === 1 && only !== undefined ? readList(value[only]) : [value];
}
