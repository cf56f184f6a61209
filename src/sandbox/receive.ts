import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { control, controlHeader, controlPrefix, type ControlAnswer } from './control';
import { nameOf } from './gateway';
import { createMachine, type Machine } from './machine';
import { readBody, readGatewayRequest } from './readGatewayRequest';
import { send } from './send';
import { serveCall } from './serveCall';
import { whyForeign, whyUnsigned } from './whyTurnedAway';
import { formatJson } from './wire/formatJson';
import { GatewayError } from './wire/gatewayError';
import { replyOf } from './wire/reply';

/** What requests are received by; a reset puts another machine in its place. */
export interface Reception {
  machine: Machine;
  readonly controlToken: string;
}

/**
 * Takes one request from the wire to its answer. What is not from a program of this machine is turned away before
 * anything of it is read, what is not signed before its body is: neither can fill the memory or change anything.
 */
export async function receive(reception: Reception, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const left = new AbortController();
  response.once('close', () => left.abort());
  const foreign = whyForeign(request.headers);
  if (foreign !== undefined) {
    turnAway(reception.machine, request, response, foreign);
    return;
  }
  if (pathOf(request).startsWith(controlPrefix)) {
    const answer = await steer(reception, request);
    response.writeHead(answer.http, { 'Content-Type': 'application/json;charset=UTF-8' });
    response.end(formatJson(answer.document as object));
    return;
  }
  const bare = readGatewayRequest(request, Buffer.alloc(0));
  const reason = whyUnsigned(bare, reception.machine.keys);
  const call = reason === undefined ? readGatewayRequest(request, await readBody(request)) : bare;
  const { machine } = reception;
  const requestId = machine.requestIds.uuid();
  const entry = machine.log.open({
    now: machine.now(),
    method: call.method,
    action: nameOf(call.path),
    accessKey: [request.headers['x-ncp-iam-access-key']].flat()[0],
    requestId,
    ...(reason === undefined ? { params: call.params } : { reason }),
  });
  const outgoing = await serveCall(machine, call, entry, left.signal);
  if (!outgoing) {
    entry.left = true;
    return;
  }
  if (outgoing.delivery !== 'reset') entry.status = outgoing.reply.http;
  send(response, outgoing, requestId, machine.requestIds.uuid());
}

/** The ids are not of the machine's row, which stays as it is for those who may ask. */
function turnAway(machine: Machine, request: IncomingMessage, response: ServerResponse, reason: string): void {
  const { http, document } = new GatewayError('230', reason);
  const [requestId, now] = [randomUUID(), machine.now()];
  const arrived = { now, method: request.method ?? 'GET', action: nameOf(pathOf(request)), requestId, reason };
  machine.log.open(arrived).status = http;
  response.setHeader('Connection', 'close');
  const reply = replyOf({ http, document, form: 'json', applied: false, touched: [] });
  send(response, { reply, delivery: 'whole', now }, requestId, randomUUID());
}

async function steer(reception: Reception, request: IncomingMessage): Promise<ControlAnswer> {
  if (!isSame(request.headers[controlHeader], reception.controlToken)) {
    const error = `Control requests carry ${controlHeader} with the controlToken that the sandbox gave at its start.`;
    return { http: 401, document: { error } };
  }
  const body = await readBody(request);
  const { machine } = reception;
  return control(
    machine,
    { method: request.method ?? 'GET', path: pathOf(request), body: body?.toString('utf8') },
    (changes) => {
      reception.machine = createMachine({ ...machine.options, ...changes }, machine.keys);
    },
  );
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?')[0] ?? '/';
}

function isSame(given: string | string[] | undefined, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(expected));
}
