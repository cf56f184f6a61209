import { ApiError } from '../apiError';
import { limits } from '../limits';
import type { Logger } from '../logger';
import type { CallOptions, ListGap } from '../ncloudApi';

/** What could be read of a list. */
export interface ReadList<Row> {
  readonly rows: Row[];
  readonly gap: ListGap;
}

/**
 * The rows of a list for a caller who is told of its gaps. One who does not listen gets the list whole or not at all, except
 * that a list which would not hold still is only logged: asking for it again would be no better.
 */
export function takeRows<Row>(
  action: string,
  { rows, gap }: ReadList<Row>,
  log: Logger,
  options: Pick<CallOptions, 'onGap'> | undefined,
): Row[] {
  const { unreadable, isCut, isUnsteady } = gap;
  if (unreadable.length === 0 && !isCut && !isUnsteady) return rows;
  const words = describeGap(gap);
  log.warn(`${action}: ${words}`);
  if (options?.onGap) options.onGap(gap);
  else if (isCut || unreadable.length > 0) {
    throw new ApiError({
      kind: 'unreadable',
      layer: 'product',
      action,
      effect: 'none',
      http: 200,
      apiMessage: words,
    });
  }
  return rows;
}

/** So many rows are named. */
const named = 3;

function describeGap({ unreadable, isCut, isUnsteady }: ListGap): string {
  const rows = unreadable.slice(0, named).map(({ key, index, why }) => `${key ?? `row ${index + 1}`} ${why}`);
  const more = unreadable.length > named ? [`${unreadable.length - named} more`] : [];
  return [
    ...(unreadable.length > 0 ? [`rows that could not be read: ${[...rows, ...more].join(', ')}`] : []),
    ...(isCut ? [`the list goes on after ${limits.listRows} rows`] : []),
    ...(isUnsteady ? ['the list kept changing while it was read'] : []),
  ].join('; ');
}
