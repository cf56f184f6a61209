import { setTimeout as sleep } from 'node:timers/promises';
import { table } from './actions/table';
import type { Delivery } from './faults/fault';
import type { TakenFault } from './faults/faultQueue';
import { answerCall, nameOf, postponeCall, type GatewayRequest } from './gateway';
import type { Machine } from './machine';
import type { RequestEntry } from './requestLog';
import { replyOf, type Reply } from './wire/reply';

/** What is to be sent and how. */
export interface Outgoing {
  readonly reply: Reply;
  readonly delivery: Delivery;
  /** The gateway's clock for the `Date` header, milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Handles one call together with the fault that waits for it, if any. `left` is aborted when the client goes;
 * a call that stalls then comes to nothing, and the answer is undefined.
 */
export async function serveCall(
  machine: Machine,
  request: GatewayRequest,
  entry: RequestEntry,
  left: AbortSignal,
): Promise<Outgoing | undefined> {
  const { world, faults } = machine;
  const action = nameOf(request.path);
  world.catchUp();
  const taken = faults.take(
    { action, writes: table.get(request.path)?.writes ?? false, params: request.params },
    world,
  );
  if (!taken) return { reply: respond(machine, request, entry, machine.now()), delivery: 'whole', now: machine.now() };
  const { fault, effect } = taken;
  entry.fault = fault.fault;
  if (effect.late) {
    postponeCall(machine, request, machine.now() + effect.late(fault), () => {
      entry.applied = true;
    });
  }
  if (effect.stallFirst && !(await hasWaited(effect.stallFirst(fault), left))) return undefined;
  const now = machine.now() + (effect.clockAhead?.(fault) ?? 0);
  world.catchUp();
  const instead = effect.instead?.(fault, action);
  if (instead) effect.meanwhile?.(fault, world);
  if (instead === 'reset') return { reply: { http: 0, contentType: '', body: '' }, delivery: 'reset', now };
  if (instead) return { reply: instead, delivery: 'whole', now };
  effect.before?.(fault, world);
  const reply = respond(machine, request, entry, now, taken);
  if (effect.stallAfter && !(await hasWaited(effect.stallAfter(fault), left))) return undefined;
  return { reply: effect.replace?.(fault, action) ?? reply, delivery: effect.delivery ?? 'whole', now };
}

function respond(
  machine: Machine,
  request: GatewayRequest,
  entry: RequestEntry,
  now: number,
  { fault, effect, frozen }: Partial<TakenFault> = {},
): Reply {
  const { world } = machine;
  const host = fault && effect?.account ? machine.ofOtherAccount(effect.account(fault)) : machine;
  const handle = () => answerCall(host, request, now);
  const seen = frozen ?? (fault && effect?.sees?.(world, fault));
  const answer = seen ? world.seeing(seen, handle) : handle();
  entry.applied = answer.applied;
  return replyOf(fault && effect?.edit ? effect.edit(answer, fault, world) : answer);
}

async function hasWaited(milliseconds: number, left: AbortSignal): Promise<boolean> {
  return sleep(milliseconds, true, { signal: left }).catch(() => false);
}
