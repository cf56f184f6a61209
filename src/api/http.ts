import { randomBytes } from 'node:crypto';
import http, { type ClientRequest } from 'node:http';
import https, { type RequestOptions } from 'node:https';
import type { Readable } from 'node:stream';
import { TLSSocket } from 'node:tls';
import axios, { type AxiosResponse } from 'axios';
import { BodyTooLarge, collectBody } from './collectBody';
import { proxyRefusal, readHttpFailure, tooLarge, type HttpFailure } from './httpFailure';
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

/** An answer of whatever status; header names are matched without regard to case. */
export interface HttpAnswer {
  readonly kind: 'answer';
  readonly status: number;
  readonly body: string;
  readonly header: (name: string) => string | undefined;
}

/** Sends single attempts. */
export interface Http {
  /** Never throws: a failed request is a result. */
  send(request: HttpRequest): Promise<HttpResult>;
  /** Closes idle connections. */
  dispose(): void;
}

/**
 * Over TLS no agent is named: VS Code's proxy support leaves requests with an agent alone (`http.proxySupport: on`) or takes
 * the agent away (`override`, its default), and without a proxy all share the pool of the process. The pool keeps connections
 * apart by their options: this one says nothing to the other side, and no two requests have the same.
 */
const overOwnTls = {
  transport: {
    request: (options: RequestOptions, onResponse: (response: http.IncomingMessage) => void): ClientRequest =>
      https.request({ ...options, sessionIdContext: randomBytes(16).toString('hex') }, onResponse),
  },
};

/**
 * The only place that uses axios. `timeoutMs` covers the whole exchange, connecting and a dripping body included.
 * No redirects (they would carry the signature elsewhere), no environment proxies (the editor's own proxy support sits below),
 * any status is an answer, and axios parses and rewrites nothing.
 */
export function createHttp(timeoutMs: number): Http {
  // Plain HTTP stays on this machine: no proxy is ever asked for it.
  const pooled = { httpAgent: new http.Agent({ keepAlive: true }) };
  const single = { httpAgent: new http.Agent() };
  const client = axios.create({
    adapter: 'http',
    proxy: false,
    maxRedirects: 0,
    // Read here: axios keeps every chunk until the end, which makes gigabytes of a body that comes byte by byte.
    responseType: 'stream',
    decompress: true,
    transformRequest: [(data: unknown) => data],
    transformResponse: [(data: unknown) => data],
    validateStatus: () => true,
  });
  return {
    async send({ method, url, headers, body, ownConnection, signal }) {
      const deadline = AbortSignal.timeout(timeoutMs);
      const isTls = url.startsWith('https:');
      const ended = (): { isCancelled: boolean; isTimeout: boolean } => ({
        isCancelled: signal.aborted,
        isTimeout: deadline.aborted,
      });
      let response: AxiosResponse<Readable>;
      try {
        response = await client.request({
          method,
          url,
          headers: {
            Accept: '*/*',
            'User-Agent': 'ncloud-ip',
            ...(ownConnection && { Connection: 'close' }),
            ...headers,
          },
          ...(body !== undefined && { data: body }),
          signal: AbortSignal.any([signal, deadline]),
          ...(isTls ? (ownConnection ? overOwnTls : {}) : ownConnection ? single : pooled),
        });
      } catch (error) {
        return readHttpFailure(error, ended());
      }
      const { status, headers: answered, data } = response;
      // A proxy that opens no tunnel answers in the service's place, and the request stays here.
      if (isTls && !((response.request as ClientRequest).socket instanceof TLSSocket)) {
        data.on('error', () => undefined).destroy();
        return proxyRefusal(status);
      }
      try {
        const bytes = await collectBody(data, limits.responseBytes);
        const header = (name: string): string | undefined => readHeader(answered[name.toLowerCase()]);
        return { kind: 'answer', status, body: new TextDecoder().decode(bytes), header };
      } catch (error) {
        if (error instanceof BodyTooLarge) return tooLarge(status);
        return readHttpFailure(error, ended(), status);
      }
    },
    dispose() {
      pooled.httpAgent.destroy();
    },
  };
}

function readHeader(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
