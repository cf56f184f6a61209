import * as v from 'valibot';
import { countTokens, mostTokens } from './tokens';
import { ToolRefused } from './toolRefused';

/** What stands around the rows of an answer. */
const tokensAround = 400;

/** Where the answer before ended. */
export const cursorInput = v.optional(v.pipe(v.string(), v.maxLength(40), v.description('next of the answer before')));

/** A page of rows; `next` while there are more. */
export interface Page {
  readonly rows: readonly unknown[];
  readonly total: number;
  readonly next?: string;
}

/**
 * As many rows as fit into an answer, from the cursor on. A cursor belongs to what was read at `readAt` (epoch ms): rows of
 * another reading would be skipped or told twice.
 */
export function pageOf(rows: readonly unknown[], cursor: string | undefined, readAt: number): Page {
  const stamp = readAt.toString(36);
  const [at = '0', of = stamp] = cursor?.split('.') ?? [];
  const start = Number(at);
  if (of !== stamp || !Number.isSafeInteger(start) || start < 0) throw new ToolRefused('staleCursor');
  const end = start + howManyFit(rows.slice(start));
  return {
    rows: rows.slice(start, end),
    total: rows.length,
    ...(end < rows.length && { next: `${end}.${stamp}` }),
  };
}

/** How many of the rows an answer has room for; at least one. */
export function howManyFit(rows: readonly unknown[]): number {
  let left = mostTokens - tokensAround;
  const last = rows.findIndex((row, at) => {
    left -= countTokens(JSON.stringify(row)) + 1;
    return left < 0 && at > 0;
  });
  return last < 0 ? rows.length : last;
}
