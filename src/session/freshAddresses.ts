import type { Event } from 'vscode';
import type { Clock } from '../change/applyDeps';
import { createEmitter, type Emitter } from './emitter';
import { scopeKey, type Scope } from './scope';

/** An address and the interface that got it. */
export interface FreshAddress {
  readonly networkInterfaceNo: string;
  readonly address: string;
}

/** The addresses that the last change brought, for a while: the tree marks them as new. */
export interface FreshAddresses {
  readonly onDidChange: Event<void>;
  /** By the number of the interface that has them. Replaced whole. */
  of(scope: Scope): ReadonlyMap<string, ReadonlySet<string>>;
  /** In place of those marked before. */
  mark(scope: Scope, addresses: readonly FreshAddress[]): void;
  dispose(): void;
}

/** How long an address is new (ms): long enough to look at something else and come back. */
const freshMs = 60_000;

type Marked = ReadonlyMap<string, ReadonlySet<string>>;

/** Nothing is new at first. */
export function createFreshAddresses(clock: Pick<Clock, 'sleep'>): FreshAddresses {
  const changed: Emitter<void> = createEmitter();
  const none: Marked = new Map();
  let marked = none;
  let where = '';
  let waiting = new AbortController();

  const put = (next: Marked): void => {
    if (next.size + marked.size === 0) return;
    marked = next;
    changed.fire();
  };
  const forgetLater = async (signal: AbortSignal): Promise<void> => {
    await clock.sleep(freshMs, signal);
    if (!signal.aborted) put(none);
  };
  return {
    onDidChange: changed.event,
    of: (scope) => (where === scopeKey(scope) ? marked : none),
    mark(scope, addresses) {
      waiting.abort();
      waiting = new AbortController();
      where = scopeKey(scope);
      const byInterface = Map.groupBy(addresses, ({ networkInterfaceNo }) => networkInterfaceNo);
      put(new Map([...byInterface].map(([no, some]) => [no, new Set(some.map(({ address }) => address))])));
      if (addresses.length > 0) void forgetLater(waiting.signal);
    },
    dispose() {
      waiting.abort();
      changed.dispose();
    },
  };
}
