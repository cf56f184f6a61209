import type { Event } from 'vscode';
import type { Clock } from '../change/applyDeps';
import { createEmitter, type Emitter } from './emitter';
import type { Scope } from './networkStore';

/** An address and the interface that got it. */
export interface FreshAddress {
  readonly networkInterfaceNo: string;
  readonly address: string;
}

/** The addresses that the last change brought, for a while: the tree marks them as new. */
export interface FreshAddresses {
  readonly onDidChange: Event<void>;
  has(scope: Scope, networkInterfaceNo: string, address: string): boolean;
  /** In place of those marked before. */
  mark(scope: Scope, addresses: readonly FreshAddress[]): void;
  dispose(): void;
}

/** How long an address is new (ms): long enough to look at something else and come back. */
const freshMs = 60_000;

/** Nothing is new at first. */
export function createFreshAddresses(clock: Pick<Clock, 'sleep'>): FreshAddresses {
  const changed: Emitter<void> = createEmitter();
  let marked = new Set<string>();
  let waiting = new AbortController();

  const put = (next: Set<string>): void => {
    if (next.size + marked.size === 0) return;
    marked = next;
    changed.fire();
  };
  const forgetLater = async (signal: AbortSignal): Promise<void> => {
    await clock.sleep(freshMs, signal);
    if (!signal.aborted) put(new Set());
  };
  return {
    onDidChange: changed.event,
    has: (scope, networkInterfaceNo, address) =>
      marked.size > 0 && marked.has(keyOf(scope, { networkInterfaceNo, address })),
    mark(scope, addresses) {
      waiting.abort();
      waiting = new AbortController();
      put(new Set(addresses.map((one) => keyOf(scope, one))));
      if (addresses.length > 0) void forgetLater(waiting.signal);
    },
    dispose() {
      waiting.abort();
      changed.dispose();
    },
  };
}

function keyOf({ profile, regionCode }: Scope, { networkInterfaceNo, address }: FreshAddress): string {
  return [profile.id, regionCode, networkInterfaceNo, address].join(' ');
}
