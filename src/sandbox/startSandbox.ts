import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerUnreadable } from './answerUnreadable';
import { createKeys } from './createKeys';
import { createMachine } from './machine';
import { receive, type Reception } from './receive';
import type { SandboxOptions, ScenarioName } from './sandboxOptions';
import { send } from './send';
import { GatewayError } from './wire/gatewayError';
import { replyOf } from './wire/reply';

/** What one needs to use a sandbox: the address of gateway and STS, two key pairs, and the token of its control requests. */
export interface SandboxAccess {
  readonly url: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** May read, may not change anything. */
  readonly viewer: { readonly accessKey: string; readonly secretKey: string };
  readonly controlToken: string;
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

/** Starts a NAVER Cloud of its own on 127.0.0.1. Rejects when the port is taken or chosen keys cannot be used. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { manager, viewer, controlToken } = createKeys(options);
  const keys = [manager, viewer, ...(options.extraKeys ?? [])];
  const reception: Reception = { machine: createMachine(options, keys), controlToken };

  const server = createServer(limitsOf(options), (request, response) => {
    receive(reception, request, response).catch(() => {
      if (response.headersSent || response.destroyed) response.destroy();
      else {
        const { machine } = reception;
        const { http, document } = new GatewayError('900');
        const reply = replyOf({ http, document, form: 'json', applied: false, touched: [] });
        send(response, { reply, delivery: 'whole', now: machine.now() }, machine.requestIds.uuid(), '');
      }
    });
  });
  server.on('clientError', (error, socket) => answerUnreadable(error, socket, reception.machine));
  // Node ends idle connections after 5 s, which resets a client that reuses one at that very moment.
  server.keepAliveTimeout = 60_000;
  server.maxConnections = options.connections ?? 256;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const access: SandboxAccess = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accessKey: manager.accessKey,
    secretKey: manager.secretKey,
    viewer: { accessKey: viewer.accessKey, secretKey: viewer.secretKey },
    controlToken,
    scenario: reception.machine.scenario,
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

/** Half-sent requests hold a connection no longer than a real one needs on loopback; Node's own limits are minutes. */
function limitsOf({ patience = 20_000 }: SandboxOptions) {
  return {
    maxHeaderSize: longestHead,
    headersTimeout: Math.min(patience, 10_000),
    requestTimeout: patience,
    connectionsCheckingInterval: Math.min(patience, 1_000),
  };
}
