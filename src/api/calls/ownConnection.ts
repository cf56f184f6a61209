import { randomBytes } from 'node:crypto';
import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https, { type RequestOptions } from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** A request that was called back before a byte of it left. */
export class CalledBack extends Error {}

interface Transport {
  request(options: RequestOptions, onResponse: (response: IncomingMessage) => void): ClientRequest;
}

/**
 * A connection for one request alone, which writes nothing before it stands: until then `mayStay` can call the request
 * back, then `mayLeave` is asked, and where either says so nothing of it is sent. Without this Node hands a request to
 * its connection while that is still being made.
 *
 * Over TLS no agent is named: VS Code's proxy support leaves requests with an agent alone (`http.proxySupport: on`) or
 * takes the agent away (`override`, its default), and without a proxy all share the pool of the process. The pool keeps
 * connections apart by their options: `sessionIdContext` says nothing to the other side, and no two requests have the
 * same.
 */
export function ownConnection(
  isTls: boolean,
  mayStay: AbortSignal,
  mayLeave: () => boolean,
): { readonly transport: Transport } {
  const open: Transport['request'] = isTls
    ? (options, onResponse) =>
        https.request({ ...options, sessionIdContext: randomBytes(16).toString('hex') }, onResponse)
    : (options, onResponse) => http.request(options, onResponse);
  return {
    transport: {
      request(options, onResponse) {
        const request = open(options, onResponse);
        const end = request.end.bind(request) as (body?: unknown) => ClientRequest;
        const callBack = (): void => void request.destroy(new CalledBack('called back'));
        mayStay.addEventListener('abort', callBack);
        request.once('close', () => mayStay.removeEventListener('abort', callBack));
        const leave = (body: unknown): void => {
          mayStay.removeEventListener('abort', callBack);
          if (mayStay.aborted || !mayLeave()) callBack();
          else end(body);
        };
        request.end = (body?: unknown) => {
          if (request.socket) whenConnected(request.socket, () => leave(body));
          else request.once('socket', (socket) => whenConnected(socket, () => leave(body)));
          return request;
        };
        return request;
      },
    },
  };
}

function whenConnected(socket: Socket, then: () => void): void {
  const isShakingHands =
    socket instanceof TLSSocket && 'secureConnecting' in socket && socket.secureConnecting === true;
  if (isShakingHands) socket.once('secureConnect', then);
  else if (socket.connecting) socket.once('connect', then);
  else then();
}
