import type { Obstacle } from '../apiError';

/** A request without a usable answer. Plain data: nothing of axios (whose errors carry headers and keys) gets past this file. */
export interface HttpFailure {
  readonly kind: 'failure';
  /** `unreadable`: an answer began, but was cut off, too large or no HTTP. */
  readonly reason: 'cancelled' | 'timeout' | 'network' | 'unreadable';
  /** False when the request provably never left this machine: no name, no connection, no TLS. */
  readonly leftMachine: boolean;
  readonly obstacle?: Obstacle;
  /** Whether another try may go better. */
  readonly isTransient: boolean;
  /** An error code such as ECONNRESET, or a few words. */
  readonly detail: string;
  /** Status of an answer that was cut off. */
  readonly http?: number;
}

interface Cause {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly errors?: unknown;
  readonly cause?: unknown;
  readonly message?: unknown;
}

/** How VS Code's proxy support (npm package @vscode/proxy-agent) says that it has no connection to the proxy; the cause is not part of the error. */
const proxyIsAway = 'Failed to establish a socket connection to proxies';

/**
 * Codes of a TLS handshake that failed: nothing of the request has been written by then. A list, as most ERR_SSL_ codes
 * (a bad record, an alert) may also come after the request was written.
 */
const handshakeCodes: ReadonlySet<string> = new Set([
  'CERT_CHAIN_TOO_LONG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/**
 * Says what an axios or socket error means. `ended` tells whose signal stopped the request, if one did; `http` is the status
 * of an answer whose body broke off.
 */
export function readHttpFailure(
  error: unknown,
  ended: { readonly isCancelled: boolean; readonly isTimeout: boolean },
  http?: number,
): HttpFailure {
  const { code, message } = error as Cause;
  const detail = typeof code === 'string' ? code : 'no answer';
  const status = http === undefined ? {} : { http };
  const failure = { kind: 'failure', leftMachine: true, isTransient: false, ...status } as const;
  if (ended.isCancelled) return { ...failure, reason: 'cancelled', detail: 'cancelled' };
  if (ended.isTimeout) return { ...failure, reason: 'timeout', detail: 'no answer in time', isTransient: true };
  if (http !== undefined)
    return { ...failure, reason: 'unreadable', detail: 'the answer was cut off', isTransient: true };
  if (isBeforeConnection(error as Cause)) {
    return { ...failure, reason: 'network', detail, leftMachine: false, isTransient: true };
  }
  if (typeof message === 'string' && message.startsWith(proxyIsAway)) {
    return {
      ...failure,
      reason: 'network',
      obstacle: 'proxyAway',
      detail: 'no connection to the proxy',
      leftMachine: false,
      isTransient: true,
    };
  }
  if (handshakeCodes.has(detail)) {
    const obstacle = detail.startsWith('ERR_SSL') ? {} : ({ obstacle: 'certificate' } as const);
    return { ...failure, ...obstacle, reason: 'network', detail, leftMachine: false };
  }
  if (detail.startsWith('HPE_')) return { ...failure, reason: 'unreadable', detail };
  return { ...failure, reason: 'network', detail, isTransient: true };
}

/** An answer of this status with more bytes than are read: it would be as large again. */
export function tooLarge(http: number): HttpFailure {
  const detail = 'the answer was too large';
  return { kind: 'failure', reason: 'unreadable', leftMachine: true, isTransient: false, detail, http };
}

/** A proxy answered CONNECT with this status instead of opening a tunnel: nothing was sent through it. */
export function proxyRefusal(http: number): HttpFailure {
  const obstacle = http === 407 ? 'proxyLogin' : 'proxyRefusal';
  const isTransient = http >= 500;
  return {
    kind: 'failure',
    reason: 'network',
    obstacle,
    leftMachine: false,
    isTransient,
    detail: `HTTP ${http}`,
    http,
  };
}

/** Name look-up and connecting come before any byte of the request; with several addresses every one must have failed there. */
function isBeforeConnection(error: Cause): boolean {
  if (error.syscall === 'connect' || error.syscall === 'getaddrinfo') return true;
  if (Array.isArray(error.errors)) return error.errors.length > 0 && error.errors.every(isBeforeConnection);
  return typeof error.cause === 'object' && error.cause !== null && isBeforeConnection(error.cause);
}
