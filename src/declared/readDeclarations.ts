import { isMap, isScalar, isSeq, parseAllDocuments, type Document } from 'yaml';
import { closest, distance } from 'fastest-levenshtein';
import { numberToAddress } from '../model/address';
import { readRange } from '../plan/parseAddressList';
import type { Span, Word } from '../text/span';
import type { Declaration, DeclaredInterface, DeclaredProblem, FloatingAddress, Reservation } from './declaration';
import { keysAt, readShape } from './declarationSchema';
import {
  aliasIn,
  entriesOf,
  itemsOf,
  placeOf,
  plainOf,
  repeatedKeys,
  spanOf,
  strangeKeys,
  valueOf,
  wholeSpan,
  wordOf,
} from './yamlTree';

/** Longer than a file that names every address of a region, in characters. */
const longestFile = 1024 * 1024;
const defaultMaxRemovals = 5;
/** So many problems of a file are told: after that it is another file. */
const mostReported = 100;

/** One document of a file: what it wants, when its shape is right. */
export interface DeclaredDocument extends Span {
  readonly declaration: Declaration | undefined;
}

/** A file as read: its documents, and what is wrong with the file alone. */
export interface DeclaredFile {
  readonly documents: readonly DeclaredDocument[];
  readonly problems: readonly DeclaredProblem[];
}

/** Reads a file. `today` is a day such as `2026-11-27`: a reservation counts up to its last day. */
export function readDeclarations(text: string, today: string): DeclaredFile {
  if (text.length > longestFile) {
    return { documents: [], problems: [{ kind: 'tooLong', limit: longestFile, start: 0, end: 1 }] };
  }
  const problems: DeclaredProblem[] = [];
  // The parser compares each key with each other one: of a thousand interfaces that is the larger half of its time.
  const found = parseAllDocuments(text, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false });
  const written = 'empty' in found ? [] : found;
  const documents = written.flatMap((document) => {
    const [start, , end] = document.range;
    if (document.errors.length === 0 && isEmpty(document.contents)) return [];
    const declaration = readDocument(document, today, problems);
    return [{ start, end, declaration }];
  });
  return { documents, problems: problems.slice(0, mostReported) };
}

/** Nothing but comments, also between two lines of `---`: what joins files often leaves such documents. */
function isEmpty(contents: Document.Parsed['contents']): boolean {
  return contents === null || (isScalar(contents) && contents.value === null && !contents.source);
}

function readDocument(document: Document.Parsed, today: string, problems: DeclaredProblem[]): Declaration | undefined {
  const { contents, errors } = document;
  for (const { message, pos } of errors) {
    const span = { start: pos[0], end: Math.max(pos[1], pos[0] + 1) };
    // What the parser says of a text that is nested deeper than any file is of its own stack.
    if (/stack/i.test(message)) problems.push({ kind: 'tooDeep', ...span });
    else problems.push({ kind: 'notYaml', message, ...span });
  }
  const repeated = errors.length > 0 ? [] : repeatedKeys(contents);
  for (const { text: address, start, end } of repeated) problems.push({ kind: 'twice', address, start, end });
  if (errors.length > 0 || repeated.length > 0) return undefined;
  const strange = strangeKeys(contents);
  for (const span of strange) problems.push({ kind: 'shape', is: 'text', key: '', ...span });
  if (strange.length > 0) return undefined;
  const alias = aliasIn(contents);
  if (alias) {
    problems.push({ kind: 'alias', ...alias });
    return undefined;
  }
  // The schema would take a list for a map with numbers as keys.
  const shape = readShape(isMap(contents) ? plainOf(contents) : undefined);
  if (!shape.ok) {
    for (const { path, is } of shape.issues) {
      const span = placeOf(contents, path, is === 'unknown');
      const key = String(path.at(-1) ?? '');
      const nearest = is === 'unknown' ? nearestTo(key, keysAt(path)) : undefined;
      problems.push({ kind: 'shape', is, key, ...(nearest !== undefined && { nearest }), ...span });
    }
    return undefined;
  }
  const interfaces = entriesOf(valueOf(contents, 'interfaces')).map(({ key, value }) => interfaceOf(key, value));
  for (const { secondaryIps } of interfaces) reportTwice(secondaryIps, problems);
  const released = itemsOf(valueOf(contents, 'released')).map(wordOf);
  reportTwice(released, problems);
  const maxRemovals = Number(plainOf(valueOf(contents, 'maxRemovals')) ?? defaultMaxRemovals);
  const [profile, region] = [valueOf(contents, 'profile'), valueOf(contents, 'region')];
  return {
    ...spanOf(contents),
    ...(profile !== undefined && { profile: wordOf(profile) }),
    ...(region !== undefined && { region: wordOf(region) }),
    interfaces,
    floating: itemsOf(valueOf(contents, 'floating')).map(floatingOf),
    reserved: itemsOf(valueOf(contents, 'reserved')).flatMap((item) => reservationOf(item, today, problems)),
    released,
    maxRemovals,
  };
}

/** The word that was meant: at most a third of its letters are others. */
function nearestTo(key: string, words: readonly string[]): string | undefined {
  const word = words.length > 0 && key.length < 40 ? closest(key, words) : undefined;
  return word !== undefined && distance(key, word) <= Math.ceil(word.length / 3) ? word : undefined;
}

function interfaceOf(name: Word, value: unknown): DeclaredInterface {
  const list = isMap(value) ? valueOf(value, 'secondaryIps') : value;
  const firstKey = entriesOf(value)[0]?.key;
  return {
    name,
    secondaryIps: itemsOf(list).map(wordOf),
    ...(isSeq(list) && { list: spanOf(list) }),
    ...(firstKey && { firstKey }),
    authoritative: plainOf(valueOf(value, 'authoritative')) === true,
  };
}

function floatingOf(item: unknown): FloatingAddress {
  const owner = valueOf(item, 'owner');
  return {
    address: wordOf(valueOf(item, 'address')),
    holders: itemsOf(valueOf(item, 'holders')).map(wordOf),
    item: wholeSpan(item),
    ...(owner !== undefined && { owner: wordOf(owner).text }),
  };
}

function reservationOf(item: unknown, today: string, problems: DeclaredProblem[]): Reservation[] {
  const [address, range, reason, day] = ['address', 'range', 'for', 'until'].map((name) => valueOf(item, name));
  if ((address === undefined) === (range === undefined)) {
    problems.push({ kind: 'addressOrRange', ...spanOf(item) });
    return [];
  }
  const { text, ...span } = wordOf(address ?? range);
  const ends = readRange(text, Infinity);
  if ('kind' in ends) {
    problems.push({ kind: 'plan', problem: ends, ...span });
    return [];
  }
  const until = day === undefined ? undefined : wordOf(day);
  if (until && !isDay(until.text)) {
    problems.push({ kind: 'shape', is: 'day', key: 'until', start: until.start, end: until.end });
    return [];
  }
  if (until && until.text < today) {
    const { start, end } = until;
    problems.push({ kind: 'expired', text, until: until.text, start, end, remove: wholeSpan(item) });
    return [];
  }
  const { first, last } = ends;
  return [
    {
      ...span,
      first,
      last,
      text: first === last ? numberToAddress(first) : text,
      ...(reason !== undefined && { for: wordOf(reason).text }),
      ...(until && { until: until.text }),
    },
  ];
}

/** The schema takes 2027-02-31, too. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function reportTwice(words: readonly Word[], problems: DeclaredProblem[]): void {
  const seen = new Set<string>();
  for (const { text: address, start, end } of words) {
    if (seen.has(address)) problems.push({ kind: 'twice', address, start, end });
    seen.add(address);
  }
}
