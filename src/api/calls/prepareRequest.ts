import { gatewayFlaw } from '../../model/gateway';
import type { Action } from '../actions/action';
import { ApiError, isApiError, type ApiErrorDetails, type KeyFlaw } from '../apiError';
import { haveEnded, type Credentials } from '../credentials';
import { encodeParameters } from './encodeParameters';
import type { HttpRequest } from './http';
import type { ApiConfig } from '../ncloudApi';
import { createRedact, type Redact } from '../redact';
import { sign } from './signature';

/** A signed request, ready to be sent once. */
export interface PreparedRequest {
  readonly request: HttpRequest;
  /** The encoded parameters, for the log. */
  readonly parameters: string;
  /** Removes this attempt's key, secret and signature. */
  readonly redact: Redact;
}

/** Beyond this a query goes as a form: proxies and gateways cut long request lines. In characters. */
const longestQuery = 4_000;

/** Builds and signs one attempt with fresh credentials and the clock of this moment. Returns the error instead when that is not possible. */
export async function prepareRequest(
  action: Action<unknown>,
  config: ApiConfig,
  signal: AbortSignal,
): Promise<PreparedRequest | ApiError> {
  const fail = (details: Pick<ApiErrorDetails, 'kind' | 'keyFlaw' | 'apiMessage'>) =>
    new ApiError({ layer: 'client', action: action.name, effect: 'none', ...details });
  const failKeys = (keyFlaw: KeyFlaw, apiMessage: string) => fail({ kind: 'credentials', keyFlaw, apiMessage });
  let credentials: Credentials;
  try {
    credentials = await config.credentials();
  } catch (error) {
    // What a store says when it fails may quote what it holds: only our own errors pass.
    return isApiError(error) ? error : failKeys('unreadable', 'the keys could not be read');
  }
  const now = config.now();
  const { accessKey, secretKey } = credentials;
  if (!/^[\x21-\x7e]+$/.test(accessKey) || secretKey === '')
    return failKeys('malformed', 'the keys are empty or malformed');
  if (haveEnded(credentials, now)) return failKeys('ended', 'the temporary keys have ended');

  const isSts = action.service === 'sts';
  const format = isSts ? {} : { responseFormatType: config.responseFormatType ?? 'json' };
  const parameters = encodeParameters({ ...action.parameters, ...format });
  const byDefault = action.isWrite || parameters.length > longestQuery ? 'POST' : 'GET';
  const method = isSts ? 'GET' : (config.method ?? byDefault);
  const path = isSts ? '/api/v1/caller-identity' : `/${action.service}/${action.name}`;
  let url: string;
  let target: string;
  try {
    const base = isSts ? config.stsUrl : config.gatewayUrl;
    ({ url, target } = createRequestTarget(base, path, method === 'GET' ? parameters : ''));
  } catch (error) {
    const apiMessage = error instanceof RangeError ? error.message : 'the endpoint is not usable';
    return fail({ kind: 'invalidRequest', apiMessage });
  }
  const timestamp = String(Math.trunc(now));
  const signature = sign({ method, target, timestamp, accessKey }, secretKey);
  const form = method === 'POST' && { 'Content-Type': 'application/x-www-form-urlencoded' };
  return {
    request: {
      method,
      url,
      headers: {
        'x-ncp-apigw-timestamp': timestamp,
        'x-ncp-iam-access-key': accessKey,
        'x-ncp-apigw-signature-v2': signature,
        ...form,
      },
      ...(method === 'POST' && { body: parameters }),
      ownConnection: action.isWrite,
      signal,
    },
    parameters,
    redact: createRedact([accessKey, secretKey, signature]),
  };
}

/** Where a request goes. `target` is the end of `url`, so the signed text and the sent text are one string. */
interface RequestTarget {
  readonly url: string;
  readonly target: string;
}

/**
 * Joins a base URL, an action's path and an encoded query (empty for none).
 * Throws a RangeError naming the rule when the base must not receive signed requests, see {@link gatewayFlaw}.
 */
export function createRequestTarget(baseUrl: string, path: string, query: string): RequestTarget {
  const flaw = gatewayFlaw(baseUrl);
  if (flaw !== undefined) throw new RangeError(`the endpoint ${flaw}`);
  const base = new URL(baseUrl);
  const target = `${base.pathname.replace(/\/+$/, '')}${path}${query && `?${query}`}`;
  return { url: `${base.origin}${target}`, target };
}
