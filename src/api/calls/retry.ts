import { setTimeout as wait } from 'node:timers/promises';
import { ConstantBackoff, ExponentialBackoff, handleWhenResult, retry as createRetry } from 'cockatiel';
import type { ApiError } from '../apiError';
import { limits } from '../limits';
import type { RetryRule } from './retryRule';

/** What one try brought. */
export type Try<T> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly error: ApiError; readonly rule: RetryRule };

/** How long to wait between attempts (ms), and what ends the waiting. */
export interface RetryOptions {
  /** First wait in ms; the next ones grow from it with jitter. */
  readonly firstMs: number;
  readonly signal: AbortSignal;
  readonly onRetry: (waitMs: number, error: ApiError) => void;
}

/**
 * Tries until it works or its rule says stop, waiting as the service asks (Retry-After) or with jittered backoff.
 * Resolves to the last try; rejects only when `attempt` or a wait does (the signal's abort).
 */
export async function retry<T>(attempt: (number: number) => Promise<Try<T>>, options: RetryOptions): Promise<Try<T>> {
  const { firstMs, signal, onRetry } = options;
  let backoff = new ExponentialBackoff({ initialDelay: Math.max(1, firstMs), maxDelay: limits.retry.mostMs }).next();
  let tries = 0;
  let waitMs = 0;
  const goesOn = (result: Try<T>): boolean => {
    if (result.ok || result.rule === 'never') return false;
    return tries <= (result.rule === 'once' ? 1 : limits.retry.times);
  };
  const policy = createRetry(
    handleWhenResult((result) => goesOn(result as Try<T>)),
    // The wait is ours, inside the try: the policy's own cannot be cancelled.
    { maxAttempts: limits.retry.times, backoff: new ConstantBackoff(0) },
  );
  return policy.execute(async () => {
    if (tries > 0) await wait(waitMs, undefined, { signal });
    tries += 1;
    const result = await attempt(tries);
    if (!result.ok && goesOn(result)) {
      waitMs = Math.max(result.error.details.retryAfterMs ?? 0, Math.round(backoff.duration));
      backoff = backoff.next(undefined);
      onRetry(waitMs, result.error);
    }
    return result;
  }, signal);
}
