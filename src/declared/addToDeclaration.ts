import { isMap, parseAllDocuments, type YAMLMap } from 'yaml';
import type { Network } from '../model/network';
import type { NetworkInterface } from '../model/networkInterface';
import type { TextEdit } from '../text/span';
import { namesOf } from './collectWants';
import { appended, lineOf } from './listEdits';
import { entriesOf, itemsOf, lastEnd, spanOf, valueOf, wordOf, type Entry } from './yamlTree';

/** The region that a document of a file is about, as it is written. */
export type IsMeant = (document: { readonly profile?: string; readonly region?: string }) => boolean;

/**
 * The edits that add addresses to what a file says of an interface, below what is there: comments and order stay. Undefined
 * where no document of the file is about its region, or where what is written cannot be read. No edit: all are declared.
 */
export function addToDeclaration(
  text: string,
  isMeant: IsMeant,
  network: Network,
  one: NetworkInterface,
  addresses: readonly string[],
): TextEdit[] | undefined {
  const found = parseAllDocuments(text, { prettyErrors: false, logLevel: 'silent' });
  const documents = 'empty' in found ? [] : found;
  const root = documents
    .filter(({ errors }) => errors.length === 0)
    .map(({ contents }) => contents)
    .filter((contents) => isMap(contents))
    .find((contents) => {
      const [profile, region] = ['profile', 'region'].map((name) => wordOf(valueOf(contents, name)).text);
      return isMeant({ ...(profile && { profile }), ...(region && { region }) });
    });
  if (!root) return undefined;
  const { best, find } = namesOf(network);
  const section = valueOf(root, 'interfaces');
  const own = entriesOf(section).find(({ key }) => find(key.text) === one.networkInterfaceNo);
  if (own) return addToEntry(text, own, addresses);
  const line = `${best(one)}: [${addresses.join(', ')}]`;
  if (!isMap(section) || section.items.length === 0) return addSection(text, root, line);
  const [first] = entriesOf(section);
  if (section.flow) return [{ ...at(lastEnd(section)), text: `, ${line}` }];
  const indent = first ? text.slice(lineOf(text, first.key).start, first.key.start) : '';
  return [below(text, lastEnd(section), `${indent}${line}`)];
}

function addToEntry(text: string, { key, value }: Entry, addresses: readonly string[]): TextEdit[] | undefined {
  const list = isMap(value) ? valueOf(value, 'secondaryIps') : value;
  const words = itemsOf(list).map(wordOf);
  const left = addresses.filter((address) => !words.some((word) => word.text === address));
  if (left.length === 0) return [];
  const last = words.at(-1);
  const { start, end } = spanOf(list);
  const isFlow = text[start] === '[' && end > start;
  if (last) return appended(text, last, left);
  if (isFlow) return [{ ...at(start + 1), text: left.join(', ') }];
  if (isMap(value)) return undefined;
  const colon = text.indexOf(':', key.end) + 1;
  return [{ ...at(colon), text: ` [${left.join(', ')}]` }];
}

function addSection(text: string, root: YAMLMap, line: string): TextEdit[] | undefined {
  if (root.flow) return undefined;
  const key = entriesOf(root).find((entry) => entry.key.text === 'interfaces')?.key;
  if (!key) return [below(text, lastEnd(root), `interfaces:\n  ${line}`)];
  const written = lineOf(text, key);
  const isEmptyMap = /^\s*\{\s*\}/.exec(text.slice(text.indexOf(':', key.end) + 1, written.end));
  const start = text.indexOf(':', key.end) + 1;
  return [{ start, end: start + (isEmptyMap?.[0].length ?? 0), text: `\n  ${line}` }];
}

/** A line below the one that a place is on. */
function below(text: string, place: number, line: string): TextEdit {
  const { end } = lineOf(text, { start: place, end: place });
  return { ...at(end), text: text[end - 1] === '\n' ? `${line}\n` : `\n${line}\n` };
}

const at = (place: number): { readonly start: number; readonly end: number } => ({ start: place, end: place });
