import type { ServerResponse } from 'node:http';
import type { Outgoing } from './serveCall';

/** Puts a reply on the wire as ordered: whole, cut off in the middle, or a reset of the connection instead. */
export function send(
  response: ServerResponse,
  { reply, delivery, now }: Outgoing,
  requestId: string,
  traceId: string,
): void {
  if (delivery === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const body = Buffer.from(reply.body, 'utf8');
  response.sendDate = false;
  response.writeHead(reply.http, {
    Date: new Date(now).toUTCString(),
    ...(reply.contentType !== '' && { 'Content-Type': reply.contentType }),
    'Content-Length': body.length,
    'x-ncp-apigw-request-id': requestId,
    'x-ncp-trace-id': traceId,
    ...reply.headers,
  });
  if (delivery === 'whole') response.end(body);
  else response.write(body.subarray(0, body.length >> 1), () => response.socket?.destroySoon());
}
