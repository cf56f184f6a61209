import { ApiError, type ApiErrorDetails, type ApiErrorKind } from '../../src/api/apiError';

/** An error of the client: of `kind`, from the gateway, without effect, unless told otherwise. */
export function apiFailure(kind: ApiErrorKind, details: Partial<ApiErrorDetails> = {}): ApiError {
  return new ApiError({ kind, layer: 'gateway', action: 'getVpcList', effect: 'none', ...details });
}
