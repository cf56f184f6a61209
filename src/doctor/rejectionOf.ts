import type { ApiErrorDetails } from '../api/apiError';
import type { Asked } from './ask';

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
