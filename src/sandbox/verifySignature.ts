import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { SandboxKey } from './sandboxOptions';
import { unconfirmed } from './unconfirmed';
import { GatewayError } from './wire/gatewayError';

/** A request whose timestamp differs from the gateway's clock by this much or more is refused. */
const windowMs = 5 * 60 * 1000;

/** What a signature is checked against; the signature itself is among the headers. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query exactly as they arrived: the signature covers those bytes. The body is not covered. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Finds whose request it is, or throws GatewayError 200. Signature version 2 of NAVER Cloud's API gateway, which is also
 * accepted under the older header name that the official Go, JavaScript and Python SDKs still send.
 */
export function verifySignature(request: SignedRequest, keys: readonly SandboxKey[], now: number): SandboxKey {
  const timestamp = header(request, 'x-ncp-apigw-timestamp');
  const accessKey = header(request, 'x-ncp-iam-access-key');
  const signature = header(request, 'x-ncp-apigw-signature-v2') ?? header(request, 'x-ncp-apigw-signature-v1');
  if (timestamp === undefined || accessKey === undefined || signature === undefined) {
    throw new GatewayError('200', 'Authentication information are missing.');
  }
  if (!/^\d{1,15}$/.test(timestamp) || Math.abs(now - Number(timestamp)) >= windowMs) {
    throw new GatewayError('200', unconfirmed.skewDetails);
  }
  const key = keys.find((candidate) => candidate.accessKey === accessKey && candidate.active !== false);
  const signed = `${request.method} ${request.target}\n${timestamp}\n${accessKey}`;
  if (!key || !isSame(signature, createHmac('sha256', key.secretKey).update(signed, 'utf8').digest('base64'))) {
    throw new GatewayError('200', 'Invalid authentication information.');
  }
  return key;
}

function header(request: SignedRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
