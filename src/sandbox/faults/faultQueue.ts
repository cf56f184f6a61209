import type { Interfaces, World } from '../state/world';
import type { Params } from '../wire/params';
import { faultEffects } from './faultEffects';
import type { Fault, FaultEffect } from './fault';

/** What a fault is chosen by. */
export interface FaultyCall {
  readonly action: string;
  readonly writes: boolean;
  readonly params: Params;
}

/** A fault that was taken for a call, with what it does. */
export interface TakenFault {
  readonly fault: Fault;
  readonly effect: FaultEffect;
  /** The interfaces a replica that lags shows this call. */
  readonly frozen?: Interfaces;
}

interface Waiting {
  readonly fault: Fault;
  readonly effect: FaultEffect;
  remaining: number;
  /** What a replica that stopped shows, and until when, in milliseconds since the epoch. */
  frozen?: Interfaces;
  until?: number;
}

/** A fault without an end of its own. */
const endless = 1e9;

/** Faults waiting for their calls. Each call takes the first one that fits it, and whatever replica lags. */
export class FaultQueue {
  private waiting: Waiting[] = [];

  /** Throws an Error that names the known faults when one of them is not known; then none is added. */
  add(faults: readonly Fault[], world: World): void {
    this.waiting.push(
      ...faults.map((fault) => {
        const effect = effectOf(fault.fault);
        const isFrozenNow = effect.freezes && fault.since === 'order';
        return {
          fault,
          effect,
          remaining: fault.times ?? (effect.freezes ? endless : 1),
          ...(isFrozenNow && freeze(fault, world.remember(), world)),
        };
      }),
    );
  }

  take(call: FaultyCall, world: World): TakenFault | undefined {
    this.waiting = this.waiting.filter(({ until }) => until === undefined || world.now() < until);
    const found = this.count(this.waiting.find((entry) => !entry.effect.freezes && isFor(entry, call)));
    const lagging = this.count(this.waiting.find((entry) => entry.effect.freezes && isFor(entry, call)));
    if (lagging && !lagging.frozen) Object.assign(lagging, freeze(lagging.fault, world.previousInterfaces(), world));
    const taken = found ?? lagging;
    return taken && { ...taken, ...(lagging?.frozen && { frozen: lagging.frozen }) };
  }

  list(): readonly Fault[] {
    return this.waiting.map(({ fault, remaining }) => ({ ...fault, times: remaining }));
  }

  clear(): void {
    this.waiting = [];
  }

  private count(found: Waiting | undefined): Waiting | undefined {
    if (found && --found.remaining <= 0) this.waiting = this.waiting.filter((entry) => entry !== found);
    return found;
  }
}

function isFor({ fault, effect }: Waiting, { action, writes, params }: FaultyCall): boolean {
  return (
    (fault.action === '*' || fault.action === action) &&
    (effect.only === undefined || effect.only === (writes ? 'writes' : 'reads')) &&
    (effect.fits?.(params) ?? true)
  );
}

function freeze({ ms }: Fault, frozen: Interfaces, world: World): Pick<Waiting, 'frozen' | 'until'> {
  return { frozen, ...(typeof ms === 'number' && { until: world.now() + ms }) };
}

function effectOf(name: string): FaultEffect {
  const effects: Readonly<Record<string, FaultEffect>> = faultEffects;
  const effect = Object.hasOwn(effects, name) ? effects[name] : undefined;
  if (!effect) throw new Error(`Unknown fault "${name}". Known: ${Object.keys(effects).join(', ')}.`);
  return effect;
}
