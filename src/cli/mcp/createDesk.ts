import { randomUUID } from 'node:crypto';
import { loadNetwork } from '../../session/loadNetwork';
import type { Reading } from '../../session/networkState';
import type { Scope } from '../../session/scope';
import { createPlanStore } from '../../tools/planStore';
import type { ToolDeps } from '../../tools/tool';
import { ToolRefused } from '../../tools/toolRefused';
import type { OpenAccount } from '../account/openAccount';
import type { Changes } from '../apply/openChanges';
import { recover } from '../apply/recover';
import type { Approvals } from '../approval/approvals';
import { CommandError } from '../commandError';
import type { Terminal } from '../terminal';
import { applyApproved, type Asker } from './applyApproved';

/** What a server has; without `approvals` it applies nothing. */
export interface DeskDeps {
  readonly terminal: Terminal;
  readonly account: OpenAccount;
  readonly regionCode: string;
  readonly changes: Changes;
  readonly approvals: Approvals | undefined;
}

/** The tools of one server: an account and a region, and the plans that were made. */
export interface Desk {
  /** For one call. */
  depsFor(asker: Asker): ToolDeps;
  /** Once what is being applied is over, and the last word on lost answers is written down. */
  idle(): Promise<void>;
}

/** A desk on what was read last, the history that this machine's runs share, and nothing else. */
export function createDesk({ terminal, account, regionCode, changes, approvals }: DeskDeps): Desk {
  const { clock, signal } = terminal;
  const { api, log, id, name, gatewayUrl } = account;
  const scope: Scope = { profile: { id, name, site: 'custom', gatewayUrl, regionCode }, regionCode };
  const plans = createPlanStore(clock, randomUUID);
  const underWay = new Set<Promise<unknown>>();
  let last: Reading | undefined;
  /** So many plans were applied: a reading that began before the end of one may show what was before it. */
  let applied = 0;

  const readNow = async (): Promise<Reading> => {
    const readAt = clock.now();
    const before = applied;
    const loaded = await loadNetwork(api, regionCode, { signal });
    const reading = { ...loaded, readAt, endedAt: clock.now(), settlingSince: new Map<string, number>() };
    if (before === applied && (last?.readAt ?? 0) <= readAt) last = reading;
    return reading;
  };
  const follow = async <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    try {
      return await work;
    } finally {
      underWay.delete(work);
    }
  };

  return {
    depsFor: (asker) => ({
      clock,
      log,
      plans,
      place: () => scope,
      read: async (_, how) => (how === 'known' && last ? last : readNow()),
      // No file is open here.
      reservedIn: () => new Map<string, string>(),
      // Nobody reads them here.
      groupsOf: () => [],
      async history() {
        // Other runs write there too.
        await changes.history.refresh();
        return changes.history.list();
      },
      async ready() {
        try {
          await recover(terminal, account, changes);
        } catch (error) {
          if (!(error instanceof CommandError)) throw error;
          log.warn(error.message);
          throw new ToolRefused('unfinishedEntry');
        }
      },
      async apply(proposal, wish, stop) {
        if (!approvals) throw new ToolRefused('lookOnly');
        const deps = { terminal, account, changes, approvals, plans, readNow };
        const result = await follow(applyApproved(deps, proposal, wish, asker, stop));
        last = undefined;
        applied++;
        if (result.kind === 'done' && result.outcome.looking) void follow(result.outcome.looking);
        return result;
      },
    }),
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
