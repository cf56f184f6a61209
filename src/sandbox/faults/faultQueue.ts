import { faultEffects } from './faultEffects';
import type { Fault, FaultEffect } from './fault';

/** A fault that was taken for a call, with what it does. */
export interface TakenFault {
  readonly fault: Fault;
  readonly effect: FaultEffect;
}

interface Waiting extends TakenFault {
  remaining: number;
}

/** Faults waiting for their calls. Each call takes the first one that fits it. */
export class FaultQueue {
  private waiting: Waiting[] = [];

  /** Throws an Error that names the known faults when one of them is not known; then none is added. */
  add(faults: readonly Fault[]): void {
    this.waiting.push(
      ...faults.map((fault) => ({ fault, effect: effectOf(fault.fault), remaining: fault.times ?? 1 })),
    );
  }

  take(action: string, writes: boolean): TakenFault | undefined {
    const index = this.waiting.findIndex(
      ({ fault, effect }) =>
        (fault.action === '*' || fault.action === action) &&
        (effect.only === undefined || effect.only === (writes ? 'writes' : 'reads')),
    );
    const found = this.waiting[index];
    if (found && --found.remaining <= 0) this.waiting.splice(index, 1);
    return found;
  }

  list(): readonly Fault[] {
    return this.waiting.map(({ fault, remaining }) => ({ ...fault, times: remaining }));
  }

  clear(): void {
    this.waiting = [];
  }
}

function effectOf(name: string): FaultEffect {
  const effects: Readonly<Record<string, FaultEffect>> = faultEffects;
  const effect = Object.hasOwn(effects, name) ? effects[name] : undefined;
  if (!effect) throw new Error(`Unknown fault "${name}". Known: ${Object.keys(effects).join(', ')}.`);
  return effect;
}
