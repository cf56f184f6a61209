import { limits } from './limits';

/** A Date header has whole seconds and the answer took its time: this much of a measured skew may be our own error. */
const toleranceMs = 2_000;

/** Own clock minus the service's in ms, from a Date header; undefined when the header is missing or unreadable. */
export function measureClockSkew(dateHeader: string | undefined, now: number): number | undefined {
  const theirs = dateHeader === undefined ? Number.NaN : Date.parse(dateHeader);
  return Number.isNaN(theirs) ? undefined : now - theirs;
}

/** Whether the gateway refuses timestamps of a clock that is this far off. */
export function isClockRefused(skewMs: number): boolean {
  return Math.abs(skewMs) >= limits.clockSkewMs - toleranceMs;
}
