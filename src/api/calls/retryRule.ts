import type { ApiErrorDetails } from '../apiError';
import { limits } from '../limits';

/** How often another try makes sense. */
export type RetryRule = 'never' | 'once' | 'often';

/** What is known of a failed try beyond its error: nothing for an answer that was read. */
export interface Transport {
  readonly leftMachine: boolean;
  readonly isTransient: boolean;
}

/**
 * When a call may be tried again. The API has no idempotency token, so a write is repeated only when it was turned away
 * by a 429 or provably never left this machine; the gateway's "too fast" under another status does not say that nothing
 * was done. Reads also after lost answers and a back end that is down.
 */
export function retryRule(
  details: Omit<ApiErrorDetails, 'effect'>,
  isWrite: boolean,
  transport?: Transport,
): RetryRule {
  const { kind, http, retryAfterMs } = details;
  const stayedHere = transport !== undefined && !transport.leftMachine;
  if (isWrite && http !== 429 && !stayedHere) return 'never';
  const isPatient = retryAfterMs === undefined || retryAfterMs <= limits.retry.retryAfterMostMs;
  if (kind === 'rateLimited') return isPatient ? 'often' : 'never';
  if (kind === 'quota') return isPatient && retryAfterMs !== undefined ? 'often' : 'never';
  if (stayedHere) return transport.isTransient ? 'often' : 'never';
  if (isWrite) return 'never';
  if (kind === 'timeout') return 'once';
  if (transport) return transport.isTransient ? 'often' : 'never';
  if (kind !== 'unavailable') return 'never';
  return http === 503 || http === 504 ? 'often' : 'once';
}
