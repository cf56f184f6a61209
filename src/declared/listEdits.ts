import type { Span, TextEdit, Word } from '../text/span';

/**
 * What makes a list hold other words: those that stay are left where they are, with what is said of them. `list` is where it
 * stands, on one line or on several.
 */
export function listEdits(text: string, list: Span, words: readonly Word[], wanted: readonly string[]): TextEdit[] {
  const kept = words.filter((word) => wanted.includes(word.text));
  const added = wanted.filter((one) => !words.some((word) => word.text === one));
  const written = text.slice(list.start, list.end);
  const isFlow = written.startsWith('[');
  if (!written.includes('#') && (isFlow || kept.length === 0)) {
    const all = [...kept.map((word) => word.text), ...added];
    return [{ start: list.start, end: list.start + written.trimEnd().length, text: `[${all.join(', ')}]` }];
  }
  const gone = words.filter((word) => !wanted.includes(word.text)).map((word) => removed(text, word));
  const [last, first] = [kept.at(-1), words[0]];
  if (last) return apart([...gone, ...appended(text, last, added)]);
  if (!first || added.length === 0) return apart(gone);
  const instead = isFlow ? [{ ...first, text: added.join(', ') }] : appended(text, first, added);
  return apart([...gone.slice(isFlow ? 1 : 0), ...instead]);
}

/** Edits of which none reaches into the one before. Two neighbours that go both take the comma between them. */
export function apart(edits: readonly TextEdit[]): TextEdit[] {
  const ordered = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let end = 0;
  return ordered.map((edit) => {
    const start = Math.max(edit.start, end);
    end = Math.max(edit.end, start);
    return { start, end, text: edit.text };
  });
}

/** New items behind one of a list, as that one is written: each on a line, or between commas. */
export function appended(text: string, near: Word, items: readonly string[]): TextEdit[] {
  if (items.length === 0) return [];
  const { end } = lineOf(text, near);
  const indent = bulletOf(text, near);
  if (indent === undefined) {
    const comma = commaAfter(text, near.end);
    const place = comma ?? near.end;
    // A comma may be behind the last one as well.
    return [
      { start: place, end: place, text: comma === undefined ? `, ${items.join(', ')}` : ` ${items.join(', ')},` },
    ];
  }
  const isLastLine = text[end - 1] !== '\n';
  const lines = items.map((item) => `${indent}${item}`);
  return [{ start: end, end, text: isLastLine ? `\n${lines.join('\n')}` : `${lines.join('\n')}\n` }];
}

/** Takes an item out of a list, with its lines where it has them to itself. What is remarked beside it stays. */
export function removed(text: string, item: Span): TextEdit {
  const indent = /^\s*/.exec(bulletOf(text, item) ?? '')?.[0] ?? '';
  if (bulletOf(text, item) !== undefined) {
    const lines = lineOf(text, item);
    return { ...lines, text: remarks(text, lines, indent) };
  }
  // What follows a remark stands on a line of its own, further in than the list's key.
  const inside = remarks(text, item, ' ').replace(/\n$/, '\n  ');
  const comma = commaAfter(text, item.end);
  if (comma !== undefined) {
    const blanks = /^ */.exec(text.slice(comma))?.[0].length ?? 0;
    return { start: item.start, end: comma + blanks, text: inside };
  }
  const before = /,\s*$/.exec(text.slice(0, item.start));
  return { start: before ? before.index : item.start, end: item.end, text: inside };
}

/** The remarks of a piece, each on a line. A number sign between quotes is none. */
function remarks(text: string, { start, end }: Span, indent: string): string {
  const bare = text.slice(start, end).replaceAll(/"[^"\n]*"|'[^'\n]*'/g, (quoted) => '_'.repeat(quoted.length));
  return [...bare.matchAll(/(?<=^|\s)#.*/gm)]
    .map(({ 0: { length }, index }) => `${indent}${text.slice(start + index, start + index + length)}\n`)
    .join('');
}

/** The lines that something stands on, with their end. */
export function lineOf(text: string, { start, end }: Span): Span {
  const next = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? text.length : next + 1 };
}

/** The text with these edits. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  return apart(edits)
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce((now, edit) => `${now.slice(0, edit.start)}${edit.text}${now.slice(edit.end)}`, text);
}

/** What is before an item that begins its line: blanks and a dash. */
function bulletOf(text: string, { start }: Span): string | undefined {
  return /^\s*- *$/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))?.[0];
}

/** Where the comma that follows an item ends. */
function commaAfter(text: string, end: number): number | undefined {
  const found = /^\s*,/.exec(text.slice(end));
  return found ? end + found[0].length : undefined;
}
