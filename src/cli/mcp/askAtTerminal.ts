import type { Clock } from '../../change/applyDeps';
import type { Approvals, AskedPlan } from '../approval/approvals';

/** How often (ms) a server looks whether somebody answered. */
const everyMs = 500;
/** How often (ms) it says that it still waits. */
const tellEveryMs = 10_000;

/** What became of a question. `expired`, `cancelled`: nobody answered it in time. */
export type TerminalAnswer = 'yes' | 'no' | 'expired' | 'cancelled';

/** What asking needs; `onWaiting` is told now and then that nobody answered yet. */
export interface AskingDeps {
  readonly approvals: Approvals;
  readonly clock: Clock;
  readonly onWaiting: () => void;
  readonly onForged: () => void;
}

/**
 * Puts a plan before whoever runs `ncloud-ip approve`, and waits for the answer as long as the plan lives. An answer that comes
 * too late is none. Nothing is left behind but, for that program, the mark of an answer that was taken.
 */
export async function askAtTerminal(
  { approvals, clock, onWaiting, onForged }: AskingDeps,
  question: Omit<AskedPlan, 'version' | 'question'>,
  signal: AbortSignal,
): Promise<TerminalAnswer> {
  const asked = await approvals.ask(question);
  let toldAt = -Infinity;
  try {
    for (;;) {
      if (signal.aborted) return 'cancelled';
      const now = clock.now();
      // A clock that was set back makes no plan younger.
      if (now > asked.validUntil || now < asked.askedAt) return 'expired';
      const isYes = await approvals.takeAnswer(asked, onForged);
      if (isYes !== undefined) return isYes ? 'yes' : 'no';
      if (now - toldAt >= tellEveryMs) {
        onWaiting();
        toldAt = now;
      }
      await clock.sleep(everyMs, signal);
    }
  } finally {
    await approvals.close(asked);
  }
}
