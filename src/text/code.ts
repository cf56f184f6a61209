import { printable } from './printable';

/** A word from outside as code: where VS Code looks for links it may not look for code, so a blank takes links apart there. */
export function codeWord(text: string, most = 2_000): string {
  return printable(text, most)
    .replace(/\](?=[([:])/g, '] ')
    .replace(/<(?=[\p{L}\p{N}/!?])/gu, '< ')
    .replaceAll('://', ': //');
}

/** Code in a line of Markdown; no backtick in it ends it. */
export function codeSpan(text: string): string {
  const word = codeWord(text);
  if (word === '') return '';
  const fence = fenceFor(word, 1);
  return word.includes('`') ? `${fence} ${word} ${fence}` : `${fence}${word}${fence}`;
}

/** Lines of code as a block of Markdown; no line of it ends it. */
export function codeBlock(language: string, lines: readonly string[]): string {
  const text = lines.map((line) => printable(line, 10_000)).join('\n');
  const fence = fenceFor(text, 3);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** The {@link codeBlock}s of a document, with the line where each begins, from 0. */
export function codeBlocks(document: string): { readonly line: number; readonly text: string }[] {
  return [...document.matchAll(/^(`{3,})\w*\n([^]*?)\n\1$/gm)].map(({ index, 2: text = '' }) => ({
    line: document.slice(0, index).split('\n').length - 1,
    text,
  }));
}

function fenceFor(text: string, least: number): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  return '`'.repeat(Math.max(least, longest + 1));
}
