import type { Action } from './actions/action';
import { table } from './actions/table';
import type { Machine } from './machine';
import type { SandboxKey } from './sandboxOptions';
import { unconfirmed } from './unconfirmed';
import { verifySignature, type SignedRequest } from './verifySignature';
import type { CallAnswer } from './wire/answer';
import { GatewayError } from './wire/gatewayError';
import { Params } from './wire/params';
import { ProductError } from './wire/productError';
import { refuse } from './wire/refuse';

/** A request to the gateway with its parameters read. */
export interface GatewayRequest extends SignedRequest {
  readonly path: string;
  readonly params: Params;
  /** The gateway's reason to refuse the request whatever it asks for, such as a malformed query. */
  readonly malformed: GatewayError | undefined;
}

/** On the real service this lives on the STS host; it always answers in JSON. */
const callerIdentityPath = '/api/v1/caller-identity';

/**
 * Answers one request, checking in the documented order: headers present, clock, key, signature, encoding, path, permission,
 * rate, required parameters, product rules. `now` may differ from the machine's clock when a fault says so.
 */
export function answerCall(machine: Machine, request: GatewayRequest, now: number): CallAnswer {
  const form = unconfirmed.formOf(request.params.text('responseFormatType'));
  try {
    const { key, action } = admit(machine, request, now);
    if (!action) {
      return { http: 200, form: 'json', document: identityOf(machine, key), applied: false, touched: [] };
    }
    const { touched, ...listing } = perform(machine, action, request.params);
    const root = `${nameOf(request.path)}Response`;
    const document = {
      [root]: {
        totalRows: listing.totalRows ?? listing.rows.length,
        [listing.name]: listing.rows,
        requestId: machine.requestIds.uuid(),
        returnCode: '0',
        returnMessage: 'success',
      },
    };
    return { http: 200, form, document, applied: action.writes, touched };
  } catch (error) {
    return refusal(error, form);
  }
}

/**
 * Takes a call in now and carries it out at `at`, when the product's rules are asked: what a back end does that is slower than
 * its gateway. `onApplied` is called when it was carried out; a refusal, then or now, is nobody's any more.
 */
export function postponeCall(machine: Machine, request: GatewayRequest, at: number, onApplied: () => void): void {
  const unlessRefused = (work: () => void) => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof ProductError || error instanceof GatewayError)) throw error;
    }
  };
  unlessRefused(() => {
    const { action } = admit(machine, request, machine.now());
    if (!action) return;
    machine.world.later(at, () => {
      unlessRefused(() => {
        perform(machine, action, request.params);
        onApplied();
      });
    });
  });
}

/** The gateway's own checks: whose call it is, and of which action; without one it asks who the caller is. */
function admit(machine: Machine, request: GatewayRequest, now: number): { key: SandboxKey; action?: Action } {
  const key = verifySignature(request, machine.keys, now);
  if (request.malformed) throw request.malformed;
  const asksWho = request.path === callerIdentityPath && request.method === 'GET';
  const action = table.get(request.path);
  if (!asksWho) {
    if (!action || !['GET', 'POST'].includes(request.method)) throw new GatewayError('300');
    if (action.writes && key.role === 'viewer') throw new GatewayError('210');
  }
  machine.limitRate(now);
  return { key, ...(!asksWho && action && { action }) };
}

/** The action as faults and the request log call it: the last part of the path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function perform({ world, acceptBusy }: Machine, action: Action, params: Params) {
  const missing = action.required.find((name) => !params.has(name));
  if (missing !== undefined) throw refuse.missing(missing);
  const regionCode = action.isGlobal ? undefined : params.text('regionCode');
  const region = world.region(regionCode) ?? (unconfirmed.unknownRegionIsInvalid ? undefined : world.region());
  if (!region) throw refuse.invalid('regionCode', `there is no region ${regionCode ?? ''}.`);
  const call = { params, world, region, acceptBusy };
  if (!action.writes) return { ...action.run(call), touched: [] };
  const { result, touched } = world.change(() => action.run(call));
  return { ...result, touched };
}

function identityOf({ accountNo }: Machine, key: SandboxKey): object {
  return {
    id: `${accountNo}${key.role === 'manager' ? '1' : '2'}`,
    loginAlias: `sandbox-${key.role}`,
    userType: key.role === 'manager' ? 'Customer' : 'Sub',
  };
}

function refusal(error: unknown, asked: 'json' | 'xml'): CallAnswer {
  if (error instanceof ProductError) {
    return { http: error.http, document: error.document, form: asked, applied: false, touched: [] };
  }
  const known = error instanceof GatewayError ? error : new GatewayError('900');
  const { http, document, headers } = known;
  return { http, document, headers, form: unconfirmed.gatewayErrorForm, applied: false, touched: [] };
}
