import { isNoteLine, trimListLine, type ListLine } from '../plan/listLines';
import type { Word } from '../text/span';
import type { RawEntry } from './listEntry';

/** `takeover` or `!` at the end of a line: its addresses may be taken from whoever holds them. */
const takeoverSign = /(?:[\s,;]takeover|!)$/i;

/** A line without its comment and its takeover word. */
export interface BareLine extends ListLine {
  readonly takeover: boolean;
}

/** Takes what is not an entry off a line: a comment, and the word that allows taking over. */
export function bareLine({ start, text }: ListLine): BareLine {
  const comment = /(?:^|\s)#/.exec(text);
  const content = text.slice(0, comment?.index).trimEnd();
  const sign = takeoverSign.exec(content);
  return { start, text: content.slice(0, sign?.index).trimEnd(), takeover: sign !== null };
}

/**
 * One line of `interface,address`: the interface ends at the first comma, semicolon or tab, or before the first address after
 * it, so that a name may hold blanks. `isName` tells whether a whole line without an address is a name. Undefined for
 * what is empty.
 */
export function readListLine(
  line: ListLine,
  number: number,
  isName: (text: string) => boolean,
): (RawEntry & { readonly isNote: boolean }) | undefined {
  const bare = bareLine(line);
  const { start, text } = trimListLine(bare);
  if (text === '') return undefined;
  const words = wordsIn(text);
  const separator = text.search(/[,;\t]/);
  const firstAddress = words.slice(1).find((word) => /^\d{1,3}\.\d/.test(word.text));
  const ends = [separator, firstAddress?.start ?? -1].filter((end) => end > 0);
  const nameEnd = ends.length > 0 ? Math.min(...ends) : isName(text) ? text.length : (words[0]?.end ?? 0);
  const name = text.slice(0, nameEnd).trimEnd();
  const rest = joinRanges(wordsIn(text.slice(nameEnd)));
  const end = start + text.length;
  return {
    line: number,
    span: { start, end },
    name: { text: name, start, end: start + name.length },
    addresses: rest.map((word) => moved(word, start + nameEnd)),
    takeover: bare.takeover,
    mark: { at: end, text: ' takeover' },
    isNote: isNoteLine(text),
  };
}

/** The words of an address cell, each range as one word. */
export function addressWords({ text, start }: Pick<Word, 'text' | 'start'>): Word[] {
  return joinRanges(wordsIn(text)).map((word) => moved(word, start));
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[^\s,;]+/g)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}

/** Blanks may stand around the hyphen of a range. */
function joinRanges(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last && (last.text.endsWith('-') || word.text.startsWith('-'))) {
      joined[joined.length - 1] = { text: last.text + word.text, start: last.start, end: word.end };
    } else joined.push(word);
  }
  return joined;
}

function moved(word: Word, by: number): Word {
  return { ...word, start: word.start + by, end: word.end + by };
}
