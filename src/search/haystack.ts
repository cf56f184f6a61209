import type { Match } from './hit';

/** Many short texts searched as one long one: the engine's own scan is faster than a loop over the texts. */
export interface Haystack {
  /** Indexes of the texts that fit, ascending; made one at a time, so a reader that has enough stops the scan. */
  find(needle: string, match: Match): Iterable<number>;
}

/** Joins texts by line feeds; a line feed inside a text becomes a blank. The caller folds case on both sides. */
export function createHaystack(texts: readonly string[]): Haystack {
  const lines = texts.map((text) => text.replaceAll('\n', ' '));
  const all = ['', ...lines, ''].join('\n');
  const starts = new Uint32Array(lines.length + 1);
  lines.forEach((line, index) => {
    starts[index + 1] = (starts[index] ?? 0) + line.length + 1;
  });

  return {
    *find(needle, match) {
      const pattern = { exact: `\n${needle}\n`, prefix: `\n${needle}`, substring: needle }[match];
      for (let at = all.indexOf(pattern); at !== -1;) {
        const index = lineAt(starts, match === 'substring' ? at - 1 : at);
        yield index;
        at = all.indexOf(pattern, starts[index + 1]);
      }
    },
  };
}

/** The last line that starts at or before this offset; offsets count from the first line's start. */
function lineAt(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
