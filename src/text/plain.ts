import { printable } from './printable';

/**
 * Text from outside inside Markdown, on one line: nothing in it acts as Markdown or HTML, nor becomes a link by itself.
 * Documents are read as they are written, so only what has a meaning where it stands gets a backslash: `web_01` has none.
 */
export function plain(text: string, most = 2_000): string {
  return (
    printable(text, most)
      // The editor finds links in what looks like a tag, whatever stands before it: a blank takes it apart.
      .replace(/<(?=[\p{L}\p{N}/!?])/gu, '< ')
      .replace(/[\\`*[\]<|~$]/g, '\\$&')
      // Inside a word an underscore means nothing.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(/&(?=#?\w+;)/g, '\\&')
      // A bare address, of the web or of mail, becomes a link without any brackets.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/(?<!:)\/(?=\/)/g, '\\/')
      .replace(/(?<=\S)@(?=\S)/g, '\\@')
      .replace(/\b(www)\./gi, '$1\\.')
      .replaceAll('](', ']\\(')
      // At the start of a line: a heading, a list, a quotation, a rule.
      .replace(/^(\s*)([#>+=-])/, '$1\\$2')
      .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
  );
}
