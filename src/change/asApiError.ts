import { ApiError, isApiError } from '../api/apiError';

/**
 * Whatever was thrown, as the one error the executor knows. What is no ApiError nobody foresaw, so nothing may be concluded
 * from it: of a write the `effect` is unknown, and reading tells.
 */
export function asApiError(error: unknown, action: string, effect: 'none' | 'unknown'): ApiError {
  if (isApiError(error)) return error;
  const apiMessage = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : 'an unexpected error';
  return new ApiError({ kind: 'unreadable', layer: 'client', action, effect, apiMessage }, { cause: error });
}

/** Thrown before any call when a profile may only read. */
export class ReadOnlyError extends Error {
  readonly isReadOnlyProfile = true;

  constructor() {
    super('This profile may only read.');
    this.name = 'ReadOnlyError';
  }
}
