import type { NetworkInterface } from '../model/networkInterface';
import type { Plan } from '../plan/plan';
import type { ApplyDeps } from './applyDeps';
import type { JournalPen } from './journalPen';
import type { EndReason, Outcome } from './outcome';
import { stackOf } from '../api/logger';

/** What the steps of one change share while it runs. */
export class RunningChange {
  /** Addresses by interface as last read. */
  readonly known: Map<string, readonly string[]>;
  readonly latest = new Map<string, NetworkInterface>();
  /** Whether nothing more is to be sent. */
  isStopped = false;
  stale?: NonNullable<Outcome['stale']>;
  ended?: EndReason;
  /** What kept the journal from being written. */
  journalError?: unknown;
  journalFailed = false;

  /** Absent without a journal, and until its entry is open. */
  pen?: JournalPen;

  constructor(readonly plan: Plan) {
    this.known = new Map(plan.changes.map(({ networkInterfaceNo, before }) => [networkInterfaceNo, before]));
  }

  /** What the change was begun with is gone: the next step is not sent. */
  end(reason: EndReason): void {
    this.isStopped = true;
    this.ended ??= reason;
  }

  /** Without the journal nothing more is sent. */
  journalBroke(error: unknown): void {
    this.isStopped = this.journalFailed = true;
    this.journalError ??= error;
  }

  /** Hears of every read on the way to whoever asked for the change; one that throws does not break the change. */
  following({ onInterfaces, log }: ApplyDeps): NonNullable<ApplyDeps['onInterfaces']> {
    return (fresh) => {
      for (const one of fresh) {
        this.latest.set(one.networkInterfaceNo, one);
        this.known.set(one.networkInterfaceNo, one.secondaryIpList);
      }
      try {
        onInterfaces?.(fresh);
      } catch (error) {
        log.error(`following a change: ${stackOf(error)}`);
      }
    };
  }
}
