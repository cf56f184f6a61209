import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Span, Word } from '../text/span';

/** A map's key, its value and where both stand. */
export interface Entry {
  readonly key: Word;
  readonly value: unknown;
}

/** The value as JSON would have it. Numbers and keys become what they are; nothing is followed, so no text can grow. */
export function plainOf(node: unknown): unknown {
  if (isMap(node)) return Object.fromEntries(entriesOf(node).map(({ key, value }) => [key.text, plainOf(value)]));
  if (isSeq(node)) return node.items.map(plainOf);
  return isScalar(node) ? node.value : null;
}

/** The entries of a map, in order; of anything else none. */
export function entriesOf(node: unknown): Entry[] {
  return isMap(node) ? node.items.map(({ key, value }: Pair) => ({ key: wordOf(key), value })) : [];
}

/** The items of a list, in order; of anything else none. */
export function itemsOf(node: unknown): unknown[] {
  return isSeq(node) ? node.items : [];
}

/** The value of one key. */
export function valueOf(node: unknown, name: string): unknown {
  return entriesOf(node).find(({ key }) => key.text === name)?.value;
}

/** Keys that are no words, such as `? [a, b]`, or nothing at all: where they stand, or what they stand before. */
export function strangeKeys(node: unknown): Span[] {
  if (isSeq(node)) return node.items.flatMap(strangeKeys);
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }: Pair) => {
    const word = wordOf(key);
    const place = isNode(key) ? word : spanOf(value);
    return word.text === '' ? [{ start: place.start, end: place.end }] : strangeKeys(value);
  });
}

/** A scalar as it was written, without its quotation marks. */
export function wordOf(node: unknown): Word {
  const text = isScalar(node) ? (typeof node.value === 'string' ? node.value : (node.source ?? '')) : '';
  return { ...spanOf(node), text };
}

/** Where a value stands, without what follows it on its line. */
export function spanOf(node: unknown): Span {
  const [start, end] = (isNode(node) ? node.range : undefined) ?? [0, 0];
  return { start, end };
}

/** Where a value stands, up to the end of the last word of it. */
export function wholeSpan(node: unknown): Span {
  return { start: spanOf(node).start, end: isMap(node) && !node.flow ? lastEnd(node) : spanOf(node).end };
}

/** Where the last value of a map ends, whatever is nested in it; what follows on its line is not part of it. */
export function lastEnd(map: YAMLMap): number {
  const last = entriesOf(map).at(-1);
  if (!last) return spanOf(map).end;
  const { value } = last;
  if (isMap(value) && !value.flow && value.items.length > 0) return lastEnd(value);
  const item = itemsOf(value).at(-1);
  const isFlow = typeof value === 'object' && value !== null && 'flow' in value && value.flow === true;
  if (item && !isFlow) return isMap(item) && !item.flow ? lastEnd(item) : spanOf(item).end;
  return Math.max(last.key.end, spanOf(value).end);
}

/** Where what a path leads to stands: the key of a map, or the value; the innermost that is there. */
export function placeOf(root: unknown, path: readonly (string | number)[], isKey: boolean): Span {
  let at: unknown = root;
  let span = spanOf(root);
  for (const [index, part] of path.entries()) {
    const entry = isMap(at) ? entryOf(at, String(part)) : undefined;
    const next = entry ? entry.value : itemsOf(at)[Number(part)];
    if (!entry && !isNode(next)) break;
    const isWritten = isNode(next) && next.range && next.range[1] > next.range[0];
    span = entry && ((isKey && index === path.length - 1) || !isWritten) ? entry.key : spanOf(next);
    at = next;
  }
  return { start: span.start, end: span.end };
}

/** The first alias below a node: `*web` means what stands elsewhere. */
export function aliasIn(node: unknown): Span | undefined {
  if (isAlias(node)) return spanOf(node);
  const below = isMap(node) ? node.items.flatMap(({ key, value }: Pair) => [key, value]) : itemsOf(node);
  for (const one of below) {
    const found = aliasIn(one);
    if (found) return found;
  }
  return undefined;
}

/** The keys below a node that stand in their map already. */
export function repeatedKeys(node: unknown): Word[] {
  if (!isMap(node)) return itemsOf(node).flatMap(repeatedKeys);
  const seen = new Set<unknown>();
  return node.items.flatMap(({ key, value }: Pair) => {
    const name = isScalar(key) ? key.value : key;
    const own = seen.has(name) ? [wordOf(key)] : [];
    seen.add(name);
    return [...own, ...repeatedKeys(value)];
  });
}

function entryOf(map: YAMLMap, name: string): Entry | undefined {
  return entriesOf(map).find(({ key }) => key.text === name);
}

function isNode(value: unknown): value is Node {
  return isMap(value) || isSeq(value) || isScalar(value) || isAlias(value);
}
