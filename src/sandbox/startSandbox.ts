import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerUnreadable } from './answerUnreadable';
import { control, controlPrefix } from './control';
import { defaultKeys } from './defaultKeys';
import { nameOf } from './gateway';
import { createMachine } from './machine';
import { readBody } from './readBody';
import { readGatewayRequest } from './readGatewayRequest';
import type { SandboxOptions, ScenarioName } from './sandboxOptions';
import { send } from './send';
import { serveCall } from './serveCall';
import { formatJson } from './wire/formatJson';
import { GatewayError } from './wire/gatewayError';
import { replyOf } from './wire/reply';

/** What one needs to use a sandbox: the address of gateway and STS, and two made-up key pairs. */
export interface SandboxAccess {
  readonly url: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** May read, may not change anything. */
  readonly viewer: { readonly accessKey: string; readonly secretKey: string };
  readonly scenario: ScenarioName;
}

/** A running sandbox. */
export interface Sandbox {
  readonly access: SandboxAccess;
  /** Ends every connection and stops listening. */
  close(): Promise<void>;
}

/** Bytes of a request before its body; four times Node's own limit, so that a long list may stand in a query. */
const longestHead = 64 * 1024;

/** Starts a NAVER Cloud of its own on 127.0.0.1. Rejects when the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  let machine = createMachine(options);

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const left = new AbortController();
    response.once('close', () => left.abort());
    const body = await readBody(request);
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path.startsWith(controlPrefix)) {
      const { host, origin } = request.headers;
      const answer = control(
        machine,
        { method: request.method ?? 'GET', path, host, origin, body: body?.toString('utf8') },
        (changes) => {
          machine = createMachine({ ...machine.options, ...changes });
        },
      );
      response.writeHead(answer.http, { 'Content-Type': 'application/json;charset=UTF-8' });
      response.end(formatJson(answer.document as object));
      return;
    }
    const call = readGatewayRequest(request, body);
    const requestId = machine.requestIds.uuid();
    const entry = machine.log.open({
      now: machine.now(),
      method: call.method,
      action: nameOf(call.path),
      params: call.params,
      accessKey: [request.headers['x-ncp-iam-access-key']].flat()[0],
      requestId,
    });
    const outgoing = await serveCall(machine, call, entry, left.signal);
    if (!outgoing) {
      entry.left = true;
      return;
    }
    if (outgoing.delivery !== 'reset') entry.status = outgoing.reply.http;
    send(response, outgoing, requestId, machine.requestIds.uuid());
  };

  const server = createServer({ maxHeaderSize: longestHead }, (request, response) => {
    handle(request, response).catch(() => {
      if (response.headersSent || response.destroyed) response.destroy();
      else {
        const { http, document } = new GatewayError('900');
        const reply = replyOf({ http, document, form: 'json', applied: false, touched: [] });
        send(response, { reply, delivery: 'whole', now: machine.now() }, machine.requestIds.uuid(), '');
      }
    });
  });
  server.on('clientError', (error, socket) => answerUnreadable(error, socket, machine));
  // Node ends idle connections after 5 s, which resets a client that reuses one at that very moment.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { manager, viewer } = defaultKeys;
  const access: SandboxAccess = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accessKey: manager.accessKey,
    secretKey: manager.secretKey,
    viewer: { accessKey: viewer.accessKey, secretKey: viewer.secretKey },
    scenario: machine.scenario,
  };
  return {
    access,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
