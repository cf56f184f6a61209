import http, { type ClientRequest } from 'node:http';
import type { Readable } from 'node:stream';
import { TLSSocket } from 'node:tls';
import axios, { AxiosHeaders, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import { BodyTooLarge, collectBody } from './collectBody';
import { proxyRefusal, readHttpFailure, tooLarge, type HttpFailure } from './httpFailure';
import { limits } from '../limits';
import { CalledBack, ownConnection } from './ownConnection';

/** One attempt, ready to go. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** Sent byte for byte: the query is already encoded. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Use a connection of its own: a pooled one may have been closed by the other side, which would lose a write's answer. */
  readonly ownConnection: boolean;
  /** With `ownConnection`: calls the request back as long as nothing of it has left. */
  readonly callBack?: AbortSignal | undefined;
  /** With `ownConnection`: asked once the connection stands; false = nothing of the request leaves. */
  readonly mayLeave?: () => boolean;
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

/** What axios sets for each request. With another figure the pool sets it back after each, which is two system calls. */
const keepAliveMsecs = 60_000;

/**
 * The only place that uses axios. `timeoutMs` covers the whole exchange, connecting and a dripping body included.
 * No redirects (they would carry the signature elsewhere), no environment proxies unless they are asked for (the editor's own
 * proxy support sits below), any status is an answer, and nothing is parsed or rewritten.
 */
export function createHttp(timeoutMs: number, { usesEnvironment = false } = {}): Http {
  // Plain HTTP stays on this machine: no proxy is ever asked for it.
  const pooled = { httpAgent: new http.Agent({ keepAlive: true, keepAliveMsecs }) };
  const single = { httpAgent: new http.Agent() };
  const asItComes = {
    maxRedirects: 0,
    // Read here: axios keeps every chunk until the end, which makes gigabytes of a body that comes byte by byte.
    responseType: 'stream',
    decompress: true,
    validateStatus: () => true,
  } as const;
  // The adapter alone: what axios does around it (defaults, transforms, interceptors) is of no use here, and takes as long.
  const exchange = axios.getAdapter('http') as (config: InternalAxiosRequestConfig) => Promise<AxiosResponse<Readable>>;
  return {
    async send({
      method,
      url,
      headers,
      body,
      ownConnection: isOwn,
      callBack = neverCalledBack,
      mayLeave = always,
      signal,
    }) {
      // The adapter would send it all the same.
      if (signal.aborted) return cancelledHere;
      const deadline = AbortSignal.timeout(timeoutMs);
      const isTls = url.startsWith('https:');
      const ended = (): { isCancelled: boolean; isTimeout: boolean } => ({
        isCancelled: signal.aborted,
        isTimeout: deadline.aborted,
      });
      let response: AxiosResponse<Readable>;
      try {
        response = await exchange({
          ...asItComes,
          method,
          url,
          headers: new AxiosHeaders({
            Accept: '*/*',
            'User-Agent': 'ncloud-ip',
            ...(isOwn && { Connection: 'close' }),
            ...headers,
          }),
          ...(body !== undefined && { data: body }),
          signal: AbortSignal.any([signal, deadline]),
          ...(isOwn && ownConnection(isTls, callBack, mayLeave)),
          ...(!isTls && (isOwn ? single : pooled)),
          ...(!(isTls && usesEnvironment) && { proxy: false }),
        });
      } catch (error) {
        if (isCalledBack(error)) return calledBackHere;
        return readHttpFailure(error, ended());
      }
      const { status, headers: answered, data } = response;
      // A proxy that opens no tunnel answers in the service's place, and the request stays here.
      if (isTls && !((response.request as ClientRequest).socket instanceof TLSSocket)) {
        data.on('error', () => undefined).destroy();
        return proxyRefusal(status);
      }
      try {
        const header = (name: string): string | undefined => readHeader(answered[name.toLowerCase()]);
        const announced = Number(header('content-length') ?? NaN);
        const body = await collectBody(data, limits.responseBytes, announced > 0 ? announced : undefined);
        return { kind: 'answer', status, body, header };
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

const neverCalledBack = new AbortController().signal;
const always = (): boolean => true;

const stayedHere = { kind: 'failure', reason: 'cancelled', leftMachine: false, isTransient: false } as const;
const cancelledHere: HttpFailure = { ...stayedHere, detail: 'cancelled before it was sent' };
const calledBackHere: HttpFailure = { ...stayedHere, detail: 'called back before it was sent' };

/** axios wraps what the request failed with. */
function isCalledBack(error: unknown): boolean {
  return error instanceof CalledBack || (error instanceof Error && error.cause instanceof CalledBack);
}

function readHeader(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
