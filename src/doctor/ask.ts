import { isApiError, type ApiErrorDetails } from '../api/apiError';
import type { Facts } from './check';

/** What a probing call came to. */
export type Asked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ApiErrorDetails };

/** Makes a probing call; a refusal is a result. Rejects with what is no ApiError, and when the call was cancelled. */
export async function ask<T>(call: Promise<T>): Promise<Asked<T>> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    if (!isApiError(error) || error.kind === 'cancelled') throw error;
    return { ok: false, error: error.details };
  }
}

/** What an error says that may be shown: the client has taken the secrets out of the service's words. */
export function factsOf({ kind, code, http, apiMessage, requestId }: ApiErrorDetails): Facts {
  return { kind, apiCode: code, http, apiMessage, requestId };
}

/**
 * Why it is not known that the service took key and signature; undefined when it did. A permission that lacks and a product
 * that says no come after both were taken, but only when NAVER Cloud said so: a proxy's own 403 proves nothing.
 */
export function rejectionOf(asked: Asked<unknown>): ApiErrorDetails | undefined {
  if (asked.ok) return undefined;
  const { kind, layer } = asked.error;
  const isTaken = (kind === 'permission' && layer !== 'transport') || (kind === 'refused' && layer === 'product');
  return isTaken ? undefined : asked.error;
}
