/** A pasted text beyond this many characters is not read: lists of ten thousand addresses are shorter. */
export const longestList = 256 * 1024;

/** So many words may be unreadable: after that it is another text that was pasted. */
export const mostUnreadable = 100;

/** Signs that people or programs put before the entries of a list. */
const bullet = /^(?:[-*+•·▪◦‣・]+\s*|\d{1,3}[.)]\s+)/;

/** A line of a list: where it begins, in characters of the text, and what stands there in plain characters. */
export interface ListLine {
  readonly start: number;
  readonly text: string;
}

/**
 * The lines of a pasted list, each with its place. Full-width characters, as Korean and Japanese keyboards write them, become
 * plain ones, every dash and wave a hyphen; each character for one, so that places stay what they were.
 */
export function splitListLines(text: string): ListLine[] {
  const plain = text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u3001\uFF64]/g, ',')
    .replace(/[\u2010-\u2015\u2212~\u301C]/g, '-')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, ' ');
  const lines: ListLine[] = [];
  let start = 0;
  for (const { index, 0: end } of plain.matchAll(/\r\n|[\r\n\u2028\u2029]/g)) {
    lines.push({ start, text: plain.slice(start, index) });
    start = index + end.length;
  }
  return [...lines, { start, text: plain.slice(start) }];
}

/** Without quotation marks, bullets and blanks around it, and where that begins. */
export function trimListLine({ start, text }: ListLine): ListLine {
  const unquoted = text.replaceAll('"', ' ').trimEnd();
  const indented = unquoted.trimStart();
  const content = indented.replace(bullet, '');
  return { start: start + unquoted.length - content.length, text: content };
}

/** The lines of a list, trimmed, without quotation marks and bullets. */
export function readListLines(text: string): string[] {
  return splitListLines(text).map((line) => trimListLine(line).text);
}

/** A line that is no entry: a comment, or a heading such as `Web servers 2:`. */
export function isNoteLine(line: string): boolean {
  return line.startsWith('#') || (line.endsWith(':') && !holdsAddress(line));
}

/** Whether something in the line is an address, or meant to be one. */
export function holdsAddress(line: string): boolean {
  return /\d\.\d/.test(line);
}

/** A wrong word of typed or pasted text is found by its beginning: so much of a long one is repeated, and of one this short half. */
const kept = 4;
/** `255.255.255.255-255.255.255.255`. */
const longestRange = 31;

/**
 * What may be repeated of a word that was not understood. What was pasted may be anything, a secret key too, and messages and
 * the log are kept: of a word that is no try at an address only its first characters.
 */
export function firstCharacters(word: string): string {
  const isLikeAddress = word.length <= longestRange && /^(?=.*\d\.)[\d.\-–/]+$/.test(word);
  // Not half of a character.
  const start = word.slice(0, word.length <= kept ? kept / 2 : kept).replace(/[\uD800-\uDBFF]$/, '');
  return isLikeAddress || word.length <= kept / 2 ? word : `${start}…`;
}

/** Longer than any name of the service, in characters; as much as a sentence shows of one. */
const longestName = 60;

/**
 * What may be repeated of a name that nothing is called: all of it, so that it is recognized, but of what looks like a key or is no
 * name at all only its first characters.
 */
export function nameOrStart(name: string): string {
  const isName = name.length <= longestName && /^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u.test(name);
  return isName && !looksLikeKey(name) ? name : firstCharacters(name);
}

/** Keys have no words: letters and digits without an end, in both cases, or hexadecimal. */
function looksLikeKey(text: string): boolean {
  const bare = text.replaceAll(/[._/-]/g, '');
  if (bare.length < 16 || !/\p{N}/u.test(bare) || !/\p{L}/u.test(bare)) return false;
  const isOneWord = /[\p{L}\p{N}]{16}/u.test(text);
  const isInBothCases = /\p{Ll}/u.test(bare) && /\p{Lu}/u.test(bare);
  return isOneWord || isInBothCases || /^[\da-f]{32,}$/i.test(bare);
}
