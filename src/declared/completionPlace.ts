import { isMap, isScalar, parseAllDocuments, visit, type Document, type Node, type Pair } from 'yaml';
import { readRange, writtenAddresses } from '../plan/parseAddressList';
import type { Span } from '../text/span';
import { entriesOf, itemsOf, plainOf, valueOf, wordOf } from './yamlTree';

/** What stands around the place where somebody types, as far as it can be read: the text may be half written. */
export interface CompletionPlace {
  /** What is being typed there. */
  readonly span: Span;
  readonly typed: string;
  /** Keys and indexes that lead to it, without itself when it is a key. */
  readonly path: readonly (string | number)[];
  /** A name may stand here, before a colon. */
  readonly isKey: boolean;
  /** Of the map that it stands in: what is there already. */
  readonly siblings: readonly string[];
  readonly hasColon: boolean;
  /** A value may be of several lines: it has a line of its own. */
  readonly isAlone: boolean;
  readonly profile?: string;
  readonly region?: string;
  readonly interfaces: readonly string[];
  readonly floating: readonly { readonly address: string; readonly holders: readonly string[] }[];
  /** Everything that looks like an address in the text. */
  readonly written: ReadonlySet<string>;
  readonly isReserved: (address: number) => boolean;
}

/** Stands in the text for what is typed, so that the parser says where that is. No name looks like it. */
const marker = 'ncloudIpHere';

/** Reads a text around a place. Undefined in a comment, and where nothing can be told. */
export function completionPlace(text: string, offset: number): CompletionPlace | undefined {
  const before = /[^\s,[\]{}"'#:]*$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[0] ?? '';
  const after = /^[^\s,[\]{}"'#:]*/.exec(text.slice(offset, offset + 200))?.[0] ?? '';
  const span = { start: offset - before.length, end: offset + after.length };
  const rest = text.slice(span.end);
  const hasColon = /^["']?[ \t]*:/.test(rest);
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const isAlone = /^[\s-]*$/.test(text.slice(lineStart, span.start));
  // A name without its colon runs on into the next line: it is looked for with one then.
  for (const colon of ['', ':']) {
    const marked = `${text.slice(0, span.start)}${marker}${colon}${rest}`;
    const found = parseAllDocuments(marked, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false });
    const documents = 'empty' in found ? [] : found;
    const document = documents.find((one) => findMarker(one));
    const where = document && findMarker(document);
    if (!where) continue;
    const root = document.contents;
    const [profile, region] = ['profile', 'region'].map((name) => wordOf(valueOf(root, name)).text);
    return {
      ...where,
      span,
      typed: before,
      hasColon,
      isAlone,
      ...(profile && profile !== marker && { profile }),
      ...(region && region !== marker && { region }),
      interfaces: entriesOf(valueOf(root, 'interfaces')).map(({ key }) => key.text),
      floating: itemsOf(valueOf(root, 'floating')).map((item) => ({
        address: wordOf(valueOf(item, 'address')).text,
        holders: itemsOf(valueOf(item, 'holders')).map((holder) => wordOf(holder).text),
      })),
      written: writtenAddresses(`${text.slice(0, span.start)} ${rest}`),
      isReserved: reservedIn(root),
    };
  }
  return undefined;
}

function findMarker(document: Document): Pick<CompletionPlace, 'path' | 'isKey' | 'siblings'> | undefined {
  let place: Pick<CompletionPlace, 'path' | 'isKey' | 'siblings'> | undefined;
  visit(document, {
    Scalar(at, node, ancestors) {
      if (node.value !== marker) return undefined;
      const path = pathOf([...ancestors, node] as Node[]);
      const map = ancestors.findLast(isMap);
      const isKey = at === 'key';
      const siblings = entriesOf(map).flatMap(({ key }) => (key.text === marker ? [] : [key.text]));
      place = { path: isKey ? path.slice(0, -1) : path, isKey, siblings };
      return visit.BREAK;
    },
  });
  return place;
}

function pathOf(line: readonly (Node | Pair | Document)[]): (string | number)[] {
  return line.flatMap((one, index): (string | number)[] => {
    const next = line[index + 1];
    if ('key' in one && isScalar(one.key)) return [wordOf(one.key).text];
    const at = next === undefined ? -1 : itemsOf(one).indexOf(next);
    return at < 0 ? [] : [at];
  });
}

function reservedIn(root: unknown): (address: number) => boolean {
  const ranges = itemsOf(valueOf(root, 'reserved')).flatMap((item) => {
    const text = plainOf(valueOf(item, 'address') ?? valueOf(item, 'range'));
    const range = typeof text === 'string' ? readRange(text, Infinity) : undefined;
    return range && 'first' in range ? [range] : [];
  });
  return (address) => ranges.some(({ first, last }) => first <= address && address <= last);
}
