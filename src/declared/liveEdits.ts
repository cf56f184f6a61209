import type { Span, TextEdit, Word } from '../text/span';
import type { CheckedDeclaration } from './checkDeclaration';
import type { Target } from './collectWants';

/** What a file says of an interface, made to say what it holds now. */
export interface LiveEdit {
  readonly target: Target;
  readonly live: readonly string[];
  readonly edits: readonly TextEdit[];
}

/** The interfaces that are not as the file says, each with the edits that write what is there. Comments and order stay. */
export function liveEdits({ targets, wants, releases }: CheckedDeclaration, text: string): LiveEdit[] {
  const drifting = new Set([
    ...wants.filter(({ state }) => state !== 'inPlace').map(({ word }) => word.start),
    ...releases.map(({ start }) => start),
  ]);
  return targets.flatMap((target) => {
    const { name, secondaryIps } = target.declared;
    if (![name, ...secondaryIps].some(({ start }) => drifting.has(start))) return [];
    const live = target.networkInterface.secondaryIpList;
    return [{ target, live, edits: listEdits(text, target.declared, live) }];
  });
}

/** What makes a list hold these addresses: those that stay are left where they are. Empty where there is no list to edit. */
function listEdits(text: string, { list, secondaryIps }: Target['declared'], live: readonly string[]): TextEdit[] {
  if (!list) return [];
  const kept = secondaryIps.filter((word) => live.includes(word.text));
  const added = live.filter((address) => !secondaryIps.some((word) => word.text === address));
  const written = text.slice(list.start, list.end);
  const isFlow = written.startsWith('[');
  if (!written.includes('#') && (isFlow || kept.length === 0)) {
    const all = [...kept.map((word) => word.text), ...added];
    return [{ start: list.start, end: list.start + written.trimEnd().length, text: `[${all.join(', ')}]` }];
  }
  const last = kept.at(-1);
  if (!last || isFlow) return [];
  const gone = secondaryIps.filter((word) => !live.includes(word.text)).map((word) => lineOf(text, word));
  return [...gone.map((line) => ({ ...line, text: '' })), ...appended(text, last, added)];
}

/** New items below the last one of a list of lines, as that is indented. */
export function appended(text: string, last: Word, addresses: readonly string[]): TextEdit[] {
  if (addresses.length === 0) return [];
  const { start, end } = lineOf(text, last);
  const indent = /^\s*-\s*/.exec(text.slice(start, last.start))?.[0] ?? '- ';
  const isLastLine = text[end - 1] !== '\n';
  const lines = addresses.map((address) => `${indent}${address}`);
  return [{ start: end, end, text: isLastLine ? `\n${lines.join('\n')}` : `${lines.join('\n')}\n` }];
}

/** The line that a word stands on, with its end. */
export function lineOf(text: string, { start, end }: Span): Span {
  const next = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? text.length : next + 1 };
}

/** The text with these edits, which do not overlap. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((now, edit) => `${now.slice(0, edit.start)}${edit.text}${now.slice(edit.end)}`, text);
}
