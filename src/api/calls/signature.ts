import { createHmac } from 'node:crypto';

/** What a signature covers. The body of a POST form is not part of it. */
export interface Signable {
  readonly method: 'GET' | 'POST';
  /** Path and query exactly as they go on the wire, percent-encoding included; no scheme, host or port. */
  readonly target: string;
  /** Epoch milliseconds as decimal text: the very text of the timestamp header. */
  readonly timestamp: string;
  readonly accessKey: string;
}

/** The text NAVER Cloud's gateway signs (Ncloud API, "signature v2"): one space, two line feeds, nothing at the end. */
export function stringToSign({ method, target, timestamp, accessKey }: Signable): string {
  return `${method} ${target}\n${timestamp}\n${accessKey}`;
}

/** HMAC-SHA256 over {@link stringToSign} in padded Base64 (44 characters). The secret is used as it is written, not decoded. */
export function sign(signable: Signable, secretKey: string): string {
  return createHmac('sha256', secretKey).update(stringToSign(signable), 'utf8').digest('base64');
}
