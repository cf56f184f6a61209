import http from 'node:http';
import https from 'node:https';
import axios, { type AxiosResponse } from 'axios';
import { readHttpFailure, type HttpFailure } from './httpFailure';
import { limits } from './limits';

/** One attempt, ready to go. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** Sent byte for byte: the query is already encoded. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Use a connection of its own: a pooled one may have been closed by the other side, which would lose a write's answer. */
  readonly ownConnection: boolean;
  readonly signal: AbortSignal;
}

/** What came back: an answer of any status, or none. */
export type HttpResult = HttpAnswer | HttpFailure;

export interface HttpAnswer {
  readonly kind: 'answer';
  readonly status: number;
  readonly body: string;
  readonly header: (name: string) => string | undefined;
}

export interface Http {
  /** Never throws: a failed request is a result. */
  send(request: HttpRequest): Promise<HttpResult>;
  /** Closes idle connections. */
  dispose(): void;
}

/**
 * The only place that uses axios. `timeoutMs` covers the whole exchange, connecting and a dripping body included.
 * No redirects (they would carry the signature elsewhere), no environment proxies (the editor's own proxy support sits below),
 * any status is an answer, and axios parses and rewrites nothing.
 */
export function createHttp(timeoutMs: number): Http {
  const pooled = { httpAgent: new http.Agent({ keepAlive: true }), httpsAgent: new https.Agent({ keepAlive: true }) };
  const single = { httpAgent: new http.Agent(), httpsAgent: new https.Agent() };
  const client = axios.create({
    adapter: 'http',
    proxy: false,
    maxRedirects: 0,
    maxContentLength: limits.responseBytes,
    responseType: 'arraybuffer',
    decompress: true,
    transformRequest: [(data: unknown) => data],
    transformResponse: [(data: unknown) => data],
    validateStatus: () => true,
  });
  return {
    async send({ method, url, headers, body, ownConnection, signal }) {
      const deadline = AbortSignal.timeout(timeoutMs);
      try {
        const response: AxiosResponse<Uint8Array> = await client.request({
          method,
          url,
          headers: { Accept: '*/*', 'User-Agent': 'ncloud-ip', ...headers },
          ...(body !== undefined && { data: body }),
          signal: AbortSignal.any([signal, deadline]),
          ...(ownConnection ? single : pooled),
        });
        return {
          kind: 'answer',
          status: response.status,
          body: new TextDecoder().decode(response.data),
          header: (name) => readHeader(response.headers[name.toLowerCase()]),
        };
      } catch (error) {
        return readHttpFailure(error, { isCancelled: signal.aborted, isTimeout: deadline.aborted });
      }
    },
    dispose() {
      pooled.httpAgent.destroy();
      pooled.httpsAgent.destroy();
    },
  };
}

function readHeader(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
