/**
 * What went wrong, by what the user can do about it.
 * `credentials`: key or signature refused · `headersMissing`: a proxy dropped the auth headers · `clockSkew`: own clock off ·
 * `permission`: key valid, action not allowed · `rateLimited` / `quota`: 429 · `refused`: the product said no (HTTP 400 + responseError) ·
 * `unavailable`: 5xx · `timeout` / `network`: no answer · `unreadable`: an answer nobody can read (HTML, cut off, empty 200) ·
 * `notFound`: unknown path · `invalidRequest`: refused here, before sending, because the document rules it out · `cancelled`.
 */
export type ApiErrorKind =
  | 'credentials'
  | 'headersMissing'
  | 'clockSkew'
  | 'permission'
  | 'notFound'
  | 'rateLimited'
  | 'quota'
  | 'refused'
  | 'unavailable'
  | 'timeout'
  | 'network'
  | 'unreadable'
  | 'invalidRequest'
  | 'cancelled';

/** Who spoke: our own checks, the gateway, the product behind it, or the wire in between. */
export type ApiErrorLayer = 'client' | 'gateway' | 'product' | 'transport';

/** What stood in the way of a `network` failure, where that is known: nothing of the call got past it. */
export type Obstacle = 'proxyAway' | 'proxyLogin' | 'proxyRefusal' | 'certificate';

/** What is wrong with the keys on this machine, where our own check found it and nothing was sent. */
export type KeyFlaw = 'ended' | 'unreadable' | 'malformed';

/** What is known of a failure, as plain data without secrets: the journal keeps it as it is. */
export interface ApiErrorDetails {
  readonly kind: ApiErrorKind;
  readonly layer: ApiErrorLayer;
  readonly action: string;
  /**
   * Whether the service may have carried the call out: `none` when it was refused or never left this machine,
   * `unknown` when the answer was lost or unreadable. An `unknown` write is settled by reading, never by repeating.
   */
  readonly effect: 'none' | 'unknown';
  readonly obstacle?: Obstacle;
  /** Only with `credentials` of the layer `client`. */
  readonly keyFlaw?: KeyFlaw;
  readonly http?: number;
  /** errorCode of the gateway or returnCode of the product, always as text. */
  readonly code?: string;
  /** The service's own words, HTML stripped; for `invalidRequest` the rule that was broken. */
  readonly apiMessage?: string;
  readonly requestId?: string;
  readonly traceId?: string;
  /** Of a 429, when the service said so. */
  readonly retryAfterMs?: number;
  /** Of a write: it was turned away before anything was done, and the same call may go through later. */
  readonly canRepeat?: true;
  /** Own clock minus the service's, in ms; only with `clockSkew`. */
  readonly skewMs?: number;
  /** Start of an unreadable body, secrets removed. */
  readonly snippet?: string;
}

/** The one error that leaves api/. Told apart by {@link isApiError} and `kind`, never by message or class: bundles have their own copy. */
export class ApiError extends Error {
  readonly isNcloudApiError = true;

  constructor(
    readonly details: ApiErrorDetails,
    options?: ErrorOptions,
  ) {
    super(describe(details), options);
    this.name = 'ApiError';
  }

  get kind(): ApiErrorKind {
    return this.details.kind;
  }
}

/** True for an {@link ApiError} of any bundle, of one of `kinds` when given. */
export function isApiError(error: unknown, ...kinds: readonly ApiErrorKind[]): error is ApiError {
  if (!(error instanceof Error) || !('isNcloudApiError' in error)) return false;
  return kinds.length === 0 || kinds.includes((error as ApiError).details.kind);
}

/** For logs; users read the text of src/words/errorText.ts. */
function describe({ action, kind, http, code, apiMessage }: ApiErrorDetails): string {
  const where = [http && `HTTP ${http}`, code && `code ${code}`].filter(Boolean).join(', ');
  return `${action}: ${kind}${where && ` (${where})`}${apiMessage ? `: ${apiMessage}` : ''}`;
}
