import type { Duplex } from 'node:stream';
import type { Machine } from './machine';
import { GatewayError } from './wire/gatewayError';
import { replyOf } from './wire/reply';

/**
 * Answers what Node's parser could not read as HTTP (a method in lower case, a head without end) as a gateway would, with a code and
 * the ids for support, and ends the connection. There is no request and so no response object: the bytes are written by hand.
 */
export function answerUnreadable(
  error: NodeJS.ErrnoException,
  socket: Duplex,
  { now, requestIds }: Pick<Machine, 'now' | 'requestIds'>,
): void {
  // A request that is too slow gets no answer either: whoever sends it is to go.
  if (error.code === 'ECONNRESET' || error.code === 'ERR_HTTP_REQUEST_TIMEOUT' || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? new GatewayError('430')
      : new GatewayError('100', 'The request is not readable as HTTP.');
  const { http, document } = refusal;
  const { contentType, body } = replyOf({ http, document, form: 'json', applied: false, touched: [] });
  const head = [
    `HTTP/1.1 ${http} ${document.error.message}`,
    `Date: ${new Date(now()).toUTCString()}`,
    `Content-Type: ${contentType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    `x-ncp-apigw-request-id: ${requestIds.uuid()}`,
    `x-ncp-trace-id: ${requestIds.uuid()}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
