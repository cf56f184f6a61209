import { createHmac } from 'node:crypto';

export interface KeyPair {
  readonly accessKey: string;
  readonly secretKey: string;
}

/**
 * Headers for one request, written from the text-to-sign rule alone and independent of the client:
 * `{METHOD} {PATH?RAW QUERY}\n{TIMESTAMP}\n{ACCESS KEY}`, HMAC-SHA256 with the secret key, Base64.
 */
export function signRequest(
  key: KeyPair,
  method: string,
  target: string,
  timestamp: number | string = Date.now(),
  version: 'v1' | 'v2' = 'v2',
): Record<string, string> {
  const text = `${method} ${target}\n${timestamp}\n${key.accessKey}`;
  return {
    'x-ncp-apigw-timestamp': String(timestamp),
    'x-ncp-iam-access-key': key.accessKey,
    [`x-ncp-apigw-signature-${version}`]: createHmac('sha256', key.secretKey).update(text).digest('base64'),
  };
}
