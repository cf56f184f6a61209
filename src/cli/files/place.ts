/** Where something stands in a file, as editors and compilers count: both from 1, columns in characters. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The place of an offset of a text. */
export function placeIn(file: string, text: string, offset: number): Place {
  const before = text.slice(0, Math.min(offset, text.length));
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = before.split('\n').length;
  return { file, line, column: Array.from(before.slice(lineStart)).length + 1 };
}

/** `file:line:column`, which terminals and editors open. */
export function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/**
 * The same data with every span in it moved: what several files declare together is checked as one, and each offset still tells
 * which of them it is in.
 */
export function shiftSpans<T>(value: T, by: number): T {
  return shifted(value, by) as T;
}

function shifted(value: unknown, by: number): unknown {
  if (Array.isArray(value)) return value.map((one) => shifted(one, by));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => {
    const isOffset = (key === 'start' || key === 'end') && typeof one === 'number';
    return [key, isOffset ? one + by : shifted(one, by)];
  });
  return Object.fromEntries(entries) as unknown;
}
