import type { Clock } from '../../change/applyDeps';
import type { Look, SeenInterface } from '../../guest/failover/holderWatch';

/** How interfaces are looked at, once a second at most. */
export interface Watching {
  readonly read: (signal: AbortSignal) => Promise<readonly SeenInterface[]>;
  readonly clock: Clock;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** It ends by itself after this, in ms. */
  readonly forMs: number;
  /** What a look brought, or what it failed with. */
  readonly onLook: (look: Look, error?: unknown) => void;
}

/** From the start of one look to that of the next, and how long one is waited for; in ms. */
const everyMs = 1_000;
const patienceMs = 5_000;

/** Looks until the signal or the time ends it. A look that fails is told and the next one follows; nothing is thrown. */
export async function watchHolders({ read, clock, signal, forMs, onLook }: Watching): Promise<void> {
  // Waits are added up beside the clock, which may be set while one looks.
  const startedAt = clock.now();
  for (let turns = 0; turns * everyMs < forMs && clock.now() - startedAt < forMs; turns++) {
    const askedAt = clock.now();
    const over = new AbortController();
    const late = new AbortController();
    void clock.sleep(patienceMs, over.signal).then(() => late.abort());
    try {
      const interfaces = await read(AbortSignal.any([signal, late.signal]));
      if (!signal.aborted) onLook({ askedAt, answeredAt: clock.now(), interfaces });
    } catch (error) {
      if (!signal.aborted) onLook({ askedAt, answeredAt: clock.now() }, error);
    } finally {
      over.abort();
    }
    if (!signal.aborted) await clock.sleep(Math.max(0, everyMs - Math.max(0, clock.now() - askedAt)), signal);
    if (signal.aborted) return;
  }
}
