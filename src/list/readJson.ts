import { mostUnreadable } from '../plan/listLines';
import type { Span, Word } from '../text/span';
import type { RawEntry } from './listEntry';
import { addressWords } from './readListLine';

/** What a text of JSON objects says: an entry each, and what could not be read. */
export interface JsonEntries {
  readonly entries: readonly (RawEntry & { readonly isNote: boolean })[];
  readonly unreadable: readonly (Span & { readonly line: number })[];
}

/** Whether a text, its comments aside, is a list of JSON objects. */
export function isJson(text: string): boolean {
  return /^\s*(?:\[\s*)?\{/.test(text);
}

/**
 * Reads objects as Copy As writes them: `interface` (or `server` and `device`, or `name`), `address` as one text or a list, and
 * `takeover`. Each object is read by itself, so that one that is broken costs no other.
 */
export function readJson(text: string): JsonEntries {
  const entries: (RawEntry & { isNote: boolean })[] = [];
  const unreadable: (Span & { line: number })[] = [];
  const lineAt = createLineCounter(text);
  for (const { start, end } of objectsIn(text)) {
    // It is another text that was pasted: nobody reads more marks than that.
    if (unreadable.length > mostUnreadable) break;
    const entry = readObject(text.slice(start, end), start);
    if (entry) entries.push({ ...entry, line: lineAt(entry.name.start) });
    else unreadable.push({ start, end, line: lineAt(start) });
  }
  return { entries, unreadable };
}

/** Every `{…}` outside of strings, the last one perhaps without its end. One walk: a pattern would go over the rest for each quotation mark. */
function* objectsIn(text: string): Generator<Span, void> {
  let open: number | undefined;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at);
    else if (sign === '{') {
      if (open !== undefined) yield { start: open, end: at };
      open = at;
    } else if (sign === '}' && open !== undefined) {
      yield { start: open, end: at + 1 };
      open = undefined;
    }
  }
  if (open !== undefined) yield { start: open, end: text.trimEnd().length };
}

/** Where the string that begins here ends: at its quotation mark, or with the line where it has none. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '"' || text[at] === '\n' || text[at] === '\r') return at;
    if (text[at] === '\\') at++;
  }
  return text.length;
}

function readObject(json: string, start: number): Omit<RawEntry & { isNote: boolean }, 'line'> | undefined {
  const fields = parse(json);
  if (!fields) return undefined;
  const span = { start, end: start + json.length };
  const value = (key: string): Word | undefined => {
    const found = fields.get(key);
    const text = typeof found === 'number' ? String(found) : found;
    return typeof text === 'string' && text !== '' ? { text, ...placeOf(json, key, span) } : undefined;
  };
  const server = value('server');
  const device = value('device');
  const ofServer = server && device ? { ...server, text: `${server.text}/${device.text}` } : server;
  const listed = fields.get('address') ?? fields.get('addresses');
  const texts = Array.isArray(listed)
    ? listed.filter((one) => typeof one === 'string').join(' ')
    : value('address')?.text;
  const place = placeOf(json, Array.isArray(listed) && fields.has('addresses') ? 'addresses' : 'address', span);
  const name = value('interface') ?? ofServer ?? value('name') ?? { text: '', start, end: start + 1 };
  return {
    span,
    name,
    addresses: texts === undefined ? [] : addressWords({ text: texts, start }).map((word) => ({ ...word, ...place })),
    takeover: fields.get('takeover') === true,
    mark: { at: start + json.slice(0, -1).trimEnd().length, text: ', "takeover": true' },
    isNote: value('role')?.text === 'primary',
  };
}

function parse(json: string): ReadonlyMap<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}

/** Where the value of a key stands, without quotation marks. The keys are ours: nothing of them acts in a pattern. */
function placeOf(json: string, key: string, whole: Span): Span {
  const found = new RegExp(`"${key}"\\s*:\\s*"?`).exec(json);
  if (!found) return whole;
  const from = found.index + found[0].length;
  const length = json.slice(from).search(/["\],}\r\n]/);
  return { start: whole.start + from, end: whole.start + from + Math.max(length, 1) };
}

/** Lines from 1, asked for in rising order. */
function createLineCounter(text: string): (at: number) => number {
  let line = 1;
  let from = 0;
  return (at) => {
    line += text.slice(from, at).match(/\r\n|[\r\n\u2028\u2029]/g)?.length ?? 0;
    from = Math.max(from, at);
    return line;
  };
}
