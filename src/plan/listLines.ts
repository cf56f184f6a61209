/** A pasted text beyond this many characters is not read: lists of ten thousand addresses are shorter. */
export const longestList = 256 * 1024;

/** So many words may be unreadable: after that it is another text that was pasted. */
export const mostUnreadable = 100;

/** Signs that people or programs put before the entries of a list. */
const bullet = /^(?:[-*+•·▪◦‣・]+\s*|\d{1,3}[.)]\s+)/;

/**
 * The lines of a pasted list, trimmed, without quotation marks and bullets. Full-width characters, as Korean and Japanese
 * keyboards write them, become plain ones, every dash and wave a hyphen.
 */
export function readListLines(text: string): string[] {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u3001\uFF64]/g, ',')
    .replace(/[\u2010-\u2015\u2212~\u301C]/g, '-')
    .replace(/["\u200B-\u200D\u2060\uFEFF]/g, ' ')
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.trim().replace(bullet, ''));
}

/** A line that is no entry: a comment, or a heading such as `Web servers 2:`. */
export function isNoteLine(line: string): boolean {
  return line.startsWith('#') || (line.endsWith(':') && !holdsAddress(line));
}

/** Whether something in the line is an address, or meant to be one. */
export function holdsAddress(line: string): boolean {
  return /\d\.\d/.test(line);
}
