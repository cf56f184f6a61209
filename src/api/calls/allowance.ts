/** A call that left: when, whether its turn had to be waited for, and whether the service turned it away as too fast. */
export interface Start {
  readonly at: number;
  readonly hadToWait: boolean;
  readonly isRefused: boolean;
}

/** How fast a service lets an account go, as far as that is known. Replaced whole; times in ms of one steady clock. */
export interface Allowance {
  /** Calls a second that are never passed; Infinity turns pacing off. */
  readonly ceiling: number;
  /** Calls a second now. */
  readonly rate: number;
  /** Calls that may leave at once after a rest: a second's worth, or one since the service said "too fast". */
  readonly burst: number;
  /** What the service bore before it said so; Infinity as long as it has not. */
  readonly limit: number;
  /** When it last said so. */
  readonly cutAt: number;
  /** Nothing starts before. */
  readonly resumeAt: number;
  /** What left before this tells nothing of the limit. */
  readonly since: number;
  /** How long after a cut more than the limit is tried. */
  readonly holdMs: number;
}

const most = 50;
const firstBurst = 20;
/**
 * A second with room for what is late on its way: calls that leave at even distances do not arrive so, and one too many in
 * a second is turned away.
 */
const secondMs = 1_020;
const hold = { firstMs: 30_000, mostMs: 300_000 };
/** What a call adds to the rate that went well: 3 % at 5 a second, so that the first call too many is the only one. */
const step = { unknown: 1, back: 1, beyond: 0.15, share: 0.03 };
/** A trial that got no further than this times the limit has found it again. */
const nearby = 1.5;
/** Of fewer calls nobody can tell how many a second bears. */
const telling = 3;

/** Of a service that has not been asked yet; `ceiling` is clamped to 1 … 50. */
export function freshAllowance(ceiling: number): Allowance {
  const cap = ceiling === Infinity ? ceiling : Math.min(most, Math.max(1, Math.floor(ceiling)));
  const burst = cap === Infinity ? cap : Math.min(firstBurst, cap);
  const never = { cutAt: -Infinity, resumeAt: -Infinity, since: -Infinity };
  return { ceiling: cap, rate: burst, burst, limit: Infinity, holdMs: hold.firstMs, ...never };
}

/** Calls a second that the service bears, as far as is known. */
export function rateBorne({ ceiling, rate, limit }: Allowance): number {
  return limit === Infinity ? ceiling : Math.max(rate, limit);
}

/** The same under another ceiling; what was learned stays. */
export function withCeiling(before: Allowance, ceiling: number): Allowance {
  const fresh = freshAllowance(ceiling);
  if (fresh.ceiling === before.ceiling) return before;
  return before.limit === Infinity ? { ...fresh, resumeAt: before.resumeAt } : { ...before, ceiling: fresh.ceiling };
}

/** Goes on from what was learned before, or in another window, at `cutAt`. */
export function knownAllowance(before: Allowance, limit: number, cutAt: number): Allowance {
  if (limit >= before.ceiling) return { ...freshAllowance(before.ceiling), resumeAt: before.resumeAt };
  const rate = Math.max(1, limit);
  return { ...before, rate, burst: 1, limit: rate, cutAt, holdMs: hold.firstMs };
}

/**
 * A call was let through. As long as nothing was turned away, each one makes room for one more. Later only those tell
 * something that had to wait: back to the limit at once, beyond it after a while and slowly.
 */
export function onSuccess(allowance: Allowance, start: Start, now: number): Allowance {
  const { ceiling, rate, limit, cutAt, holdMs } = allowance;
  if (limit === Infinity) {
    const next = Math.min(ceiling, rate + step.unknown);
    return { ...allowance, rate: next, burst: next };
  }
  if (!start.hadToWait) return allowance;
  if (rate < limit) return { ...allowance, rate: Math.min(limit, rate + step.back) };
  if (now < cutAt + holdMs) return allowance;
  const next = rate + Math.min(step.beyond, rate * step.share);
  return next < ceiling ? { ...allowance, rate: next } : { ...freshAllowance(ceiling), rate: ceiling, burst: ceiling };
}

/**
 * A call was turned away as too fast: nothing starts for `pauseMs`, and the rate is halved. The limit is what was let through in
 * the second before, which `starts` tells, with this call among them. More answers of the same kind to calls that had left
 * by then only make that count better.
 */
export function onRefusal(
  allowance: Allowance,
  starts: readonly Start[],
  refused: Start,
  now: number,
  pauseMs: number,
): Allowance {
  const { ceiling, rate, limit: before, cutAt, resumeAt, since } = allowance;
  const paused = Math.max(resumeAt, now + pauseMs);
  if (ceiling === Infinity) return { ...allowance, resumeAt: paused };
  if (refused.at <= cutAt) {
    const limit = Math.min(before, passedIn(starts, since, cutAt) ?? Infinity);
    return { ...allowance, limit, rate: Math.min(rate, limit), resumeAt: paused };
  }
  // Whoever counts by the clock, or fills a bucket, has nothing to give for the rest of that second.
  if (refused.at <= cutAt + secondMs) return { ...allowance, resumeAt: Math.max(paused, cutAt + secondMs) };
  const isTrial = rate > before;
  const isNear = isTrial && rate < before * nearby;
  const limit = isNear ? before : Math.max(1, lower(allowance, passedIn(starts, resumeAt, now), now));
  return {
    ceiling,
    rate: Math.max(1, Math.min(rate / 2, limit)),
    burst: 1,
    limit,
    cutAt: now,
    // A trial passed the limit by one call. Otherwise nobody knows by how many, and the service has to forget them first.
    resumeAt: isTrial ? paused : Math.max(paused, now + secondMs),
    since: resumeAt,
    holdMs: isNear ? Math.min(hold.mostMs, allowance.holdMs * 2) : hold.firstMs,
  };
}

/** Where the limit is now. One refusal may be chance; a second one soon after says that the last estimate was too high. */
function lower({ rate, limit, cutAt }: Allowance, passed: number | undefined, now: number): number {
  const isAgain = now < cutAt + hold.firstMs;
  if (passed !== undefined) return Math.min(passed, rate * (isAgain ? 0.9 : 0.97));
  return limit === Infinity || isAgain ? rate / 2 : limit * 0.9;
}

/** The most calls of any second that were let through; undefined where too few left to tell. */
function passedIn(starts: readonly Start[], from: number, to: number): number | undefined {
  const told = starts.filter(({ at }) => at >= from && at <= to);
  if (told.length < telling) return undefined;
  const passed = told.filter(({ isRefused }) => !isRefused);
  const seconds = passed.map(({ at }, first) => passed.slice(first).filter((one) => one.at < at + 1_000).length);
  return Math.max(1, ...seconds);
}

/** When the next call may start, after those in `starts` (oldest first). Writes count apart as well, at a quarter of the rate. */
export function nextStart(
  { ceiling, rate, burst, resumeAt }: Allowance,
  starts: readonly Start[],
  writes?: readonly Start[],
): number {
  const own = writes ? after(writes, Math.max(1, Math.floor(burst / 4)), Math.max(1, rate / 4)) : -Infinity;
  return Math.max(resumeAt, after(starts, ceiling, ceiling), after(starts, Math.floor(burst), rate), own);
}

/** At most `count` calls in the time that `rate` has for so many. */
function after(starts: readonly Start[], count: number, rate: number): number {
  const last = starts.at(-count);
  return last === undefined || count === Infinity ? -Infinity : last.at + (count / rate) * secondMs;
}
