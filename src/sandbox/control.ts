import { applyForeignChange } from './state/applyForeignChange';
import type { Fault } from './faults/fault';
import type { Machine } from './machine';
import type { SandboxOptions } from './sandboxOptions';
import { stateView } from './stateView';

/** A control request of somebody who knows the token. */
export interface ControlRequest {
  readonly method: string;
  readonly path: string;
  /** Undefined when it was too large. */
  readonly body: string | undefined;
}

/** What a control request is answered with, as JSON. */
export interface ControlAnswer {
  readonly http: number;
  readonly document: unknown;
}

/** Paths below it steer the sandbox; no documented path begins like this. */
export const controlPrefix = '/__sandbox__/';

/** The header with the token; a header of one's own is also what a page cannot send without asking first. */
export const controlHeader = 'x-sandbox-control';

/** Steers the sandbox itself. `reset` replaces the machine by a new one with the options changed as asked; its keys stay. */
export function control(
  machine: Machine,
  request: ControlRequest,
  reset: (options: SandboxOptions) => void,
): ControlAnswer {
  if (request.body === undefined) return { http: 413, document: { error: 'The body is too large.' } };
  try {
    const run = routes[`${request.method} ${request.path.slice(controlPrefix.length)}`];
    if (!run) return { http: 404, document: { error: 'Unknown control request.', known: Object.keys(routes) } };
    machine.world.catchUp();
    const body = request.body ? (JSON.parse(request.body) as Record<string, unknown>) : {};
    return { http: 200, document: run(machine, body, reset) ?? {} };
  } catch (error) {
    return { http: 400, document: { error: error instanceof Error ? error.message : String(error) } };
  }
}

type Route = (machine: Machine, body: Record<string, unknown>, reset: (options: SandboxOptions) => void) => unknown;

const routes: Readonly<Record<string, Route>> = {
  'GET faults': ({ faults }) => ({ faults: faults.list() }),
  'POST faults': ({ faults, world }, body) => {
    if (!Array.isArray(body.faults)) throw new Error('Expected {"faults": [{"action", "fault"}]}.');
    faults.add(body.faults as Fault[], world);
    return { faults: faults.list() };
  },
  'DELETE faults': ({ faults }) => faults.clear(),
  'GET requests': ({ log }) => log.list(),
  'DELETE requests': ({ log }) => log.clear(),
  'GET state': stateView,
  'POST state/settle': ({ world }, { networkInterfaceNo }) =>
    world.settleNow(typeof networkInterfaceNo === 'string' ? networkInterfaceNo : undefined),
  'POST change': ({ world }, body) => applyForeignChange(world, body),
  'POST reset': (_machine, body, reset) => reset(body),
};
