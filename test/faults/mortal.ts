import type { ApplyDeps } from '../../src/change/applyDeps';
import type { ChangeJournal } from '../../src/change/journalEntry';

export interface Mortal {
  readonly api: ApplyDeps['api'];
  readonly journal: ChangeJournal;
  readonly clock: ApplyDeps['clock'];
  /** Settles when it was killed and what it had sent has reached its end. */
  readonly died: Promise<void>;
}

/**
 * An executor's world that ends at its `lastBreath`-th contact with the outside, before or after a call or a note, as when
 * the extension host is killed: what was sent arrives, and nothing ever comes back. Never, when `lastBreath` is undefined.
 */
export function mortal(deps: Pick<ApplyDeps, 'api' | 'clock'>, journal: ChangeJournal, lastBreath?: number): Mortal {
  const underWay = new Set<Promise<unknown>>();
  const never = new Promise<never>(() => undefined);
  let contacts = 0;
  let isDead = false;
  let die: () => void = () => undefined;
  const died = new Promise<void>((resolve) => {
    die = () => void Promise.allSettled(underWay).then(() => resolve());
  });
  const breathe = (): Promise<never> | undefined => {
    contacts++;
    if (!isDead && contacts === lastBreath) {
      isDead = true;
      die();
    }
    return isDead ? never : undefined;
  };
  const through = async <T>(call: () => Promise<T>): Promise<T> => {
    await breathe();
    const sent = call();
    underWay.add(sent);
    try {
      return await sent;
    } finally {
      underWay.delete(sent);
      await breathe();
    }
  };
  return {
    api: {
      assignSecondaryIps: (request, options) => through(() => deps.api.assignSecondaryIps(request, options)),
      unassignSecondaryIps: (request, options) => through(() => deps.api.unassignSecondaryIps(request, options)),
      getNetworkInterfaceList: (query, options) => through(() => deps.api.getNetworkInterfaceList(query, options)),
    },
    journal: {
      open: (entry) => through(() => journal.open(entry)),
      update: (entry) => through(() => journal.update(entry)),
      annotate: (id, note) => through(() => journal.annotate(id, note)),
    },
    clock: {
      now: () => deps.clock.now(),
      sleep: (ms, signal) => (isDead ? never : deps.clock.sleep(ms, signal)),
    },
    died,
  };
}
