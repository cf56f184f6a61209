import { Position, type TextDocument } from 'vscode';

/** The places of a text as VS Code counts them, for a document without an editor: where lines begin is looked for once. */
export function textPlaces(text: string): Pick<TextDocument, 'positionAt' | 'offsetAt'> {
  const starts = [0];
  for (const { index } of text.matchAll(/\n/g)) starts.push(index + 1);
  return {
    positionAt(offset) {
      let [line, after] = [0, starts.length];
      while (after - line > 1) {
        const middle = (line + after) >> 1;
        if (starts[middle]! <= offset) line = middle;
        else after = middle;
      }
      return new Position(line, offset - starts[line]!);
    },
    offsetAt: ({ line, character }) => (starts[line] ?? text.length) + character,
  };
}
