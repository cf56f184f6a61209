import { l10n } from 'vscode';
import type { UnseenRange } from '../plan/unseenRanges';

/** `10.0.10.22–99 · 78`; both ends whole where more than the last number differs. */
export function rangeText({ first, last, count }: UnseenRange): string {
  const start = first.slice(0, first.lastIndexOf('.') + 1);
  const end = last.startsWith(start) ? last.slice(start.length) : last;
  return `${count === 1 ? first : `${first}–${end}`} · ${count}`;
}

/** A range as it can be typed wherever addresses are asked for: `10.0.10.22-10.0.10.99`. */
export function typedRange({ first, last, count }: UnseenRange): string {
  return count === 1 ? first : `${first}-${last}`;
}

/** How many addresses of how many, with what that does not say. */
export function unseenCountText(ranges: readonly UnseenRange[], usable: number): string {
  const unseen = ranges.reduce((sum, { count }) => sum + count, 0);
  return l10n.t('{0} of {1} not seen in use; managed services may hold addresses that are not listed', unseen, usable);
}
