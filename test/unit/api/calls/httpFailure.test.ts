import { describe, expect, it } from 'vitest';
import { readHttpFailure } from '../../../../src/api/calls/httpFailure';

const running = { isCancelled: false, isTimeout: false };
const socketError = (code: string, syscall?: string) =>
  Object.assign(new Error(code), { code, ...(syscall && { syscall }) });
/** As axios wraps it: the code on top, the socket's error as cause. */
const wrapped = (cause: Error & { code?: string }) =>
  Object.assign(new Error(cause.message, { cause }), { code: cause.code });

describe('readHttpFailure', () => {
  it.each([
    ['no such name', socketError('ENOTFOUND', 'getaddrinfo')],
    ['a resolver that is away', socketError('EAI_AGAIN', 'getaddrinfo')],
    ['nobody listening', socketError('ECONNREFUSED', 'connect')],
    ['no route', socketError('EHOSTUNREACH', 'connect')],
    ['a reset while connecting', socketError('ECONNRESET', 'connect')],
  ])('knows that %s kept the request on this machine, and that it may pass', (_what, cause) => {
    const expected = { reason: 'network', leftMachine: false, isTransient: true, detail: cause.code };
    expect(readHttpFailure(wrapped(cause), running)).toMatchObject(expected);
    expect(readHttpFailure(cause, running)).toMatchObject(expected);
  });

  it('needs every address of a host to have failed before anything was sent', () => {
    const all = (...errors: Error[]) => wrapped(Object.assign(new AggregateError(errors), { code: 'ETIMEDOUT' }));
    const refused = socketError('ECONNREFUSED', 'connect');
    expect(readHttpFailure(all(refused, socketError('ETIMEDOUT', 'connect')), running).leftMachine).toBe(false);
    expect(readHttpFailure(all(refused, socketError('ECONNRESET', 'read')), running).leftMachine).toBe(true);
    expect(readHttpFailure(all(), running).leftMachine).toBe(true);
  });

  it.each([
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'ERR_SSL_PACKET_LENGTH_TOO_LONG',
  ])('knows that %s stopped the request before it was written, and that trying again is no use', (code) => {
    expect(readHttpFailure(socketError(code), running)).toMatchObject({ leftMachine: false, isTransient: false });
  });

  it.each([
    ['ECONNRESET', 'read'],
    ['EPIPE', 'write'],
    ['ETIMEDOUT', 'read'],
  ])('cannot know what became of a request after %s on %s', (code, syscall) => {
    expect(readHttpFailure(wrapped(socketError(code, syscall)), running)).toMatchObject({ leftMachine: true });
  });

  it.each([
    'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC',
    'ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC',
    'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR',
    'ERR_TLS_RENEGOTIATION_DISABLED',
  ])('cannot know what became of a request after %s, which may follow its writing', (code) => {
    expect(readHttpFailure(wrapped(socketError(code)), running)).toMatchObject({
      reason: 'network',
      leftMachine: true,
    });
  });

  it("knows VS Code's words for a proxy that is away, and leaves its address out", () => {
    const error = new Error('Failed to establish a socket connection to proxies: PROXY proxy.test:3128');
    const failure = readHttpFailure(wrapped(error), running);
    expect(failure).toMatchObject({ leftMachine: false, isTransient: true, obstacle: 'proxyAway' });
    expect(JSON.stringify(failure)).not.toContain('proxy.test');
  });

  it('prefers who stopped the request to what the socket said', () => {
    const error = socketError('ERR_CANCELED');
    expect(readHttpFailure(error, { isCancelled: true, isTimeout: true }).reason).toBe('cancelled');
    expect(readHttpFailure(error, { isCancelled: false, isTimeout: true }).reason).toBe('timeout');
  });

  it('carries nothing but plain data', () => {
    const error = Object.assign(socketError('ECONNRESET', 'read'), {
      config: { headers: { key: 'ncpTestAccessKey0001' } },
    });
    const failure = readHttpFailure(error, running);
    expect(Object.values(failure).every((value) => typeof value !== 'object')).toBe(true);
  });
});
