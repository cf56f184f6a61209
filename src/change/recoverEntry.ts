import type { ReadDeps } from './applyDeps';
import { doubtOldCount } from './doubtOldCount';
import type { JournalEntry, StepRecord } from './journalEntry';
import type { StepOutcome } from './outcome';
import { overallResult } from './overallResult';
import { recordOf, withOutcome } from './recordOf';
import { skippedStep } from './skippedStep';
import { watchStep } from './watchStep';

/**
 * Completes an entry whose extension host was killed: what was not sent is skipped, what may have been sent is found by
 * reading, nothing is sent. When nothing can be read the entry comes back open, for another start to try. `onLooking` is
 * told when the service may still be at work on what was sent, so that the last word takes a while.
 */
export async function recoverEntry(
  entry: JournalEntry,
  deps: ReadDeps,
  onLooking?: () => void,
  signal?: AbortSignal,
): Promise<JournalEntry> {
  const { regionCode, plan } = entry;
  const steps = await Promise.all(entry.steps.map(complete));
  if (steps.some((step) => step.reason === 'unreadable' && step.state === 'sent')) return { ...entry, steps };
  return {
    ...entry,
    steps,
    state: 'done',
    result: overallResult(steps.map(({ result = 'skipped' }) => result)),
    recovered: true,
    finishedAt: deps.clock.now(),
  };

  async function complete(record: StepRecord): Promise<StepRecord> {
    const { step, state, before, sentAt } = record;
    if (state === 'done') return record;
    if (state === 'waiting' || !before) return { ...record, ...recordOf(skippedStep(step)) };
    deps.log.info(`step ${step.id} was under way when the window went away: reading what became of it`);
    const now = deps.clock.now();
    const lostForMs = Math.max(0, now - (sentAt ?? now));
    const watch = watchStep({ regionCode, planned: plan.changes, step, before, lostForMs }, deps, signal);
    const interim = await watch.interim;
    if (!interim.isFinal) onLooking?.();
    const watched = interim.isFinal ? interim : await watch.final;
    if (watched.verdict.reason === 'unreadable') return { ...record, reason: 'unreadable' };
    // A clock that was set back tells no age.
    const ageMs = now - (sentAt ?? -Infinity);
    const isOld = ageMs < 0 || ageMs > deps.settle.atMostMs;
    const outcome: StepOutcome = {
      step,
      ...(isOld ? doubtOldCount(watched.verdict, step) : watched.verdict),
      reconciled: true,
      settled: watched.settled,
      durationMs: deps.clock.now() - (sentAt ?? now),
    };
    return withOutcome(record, outcome, watched.after);
  }
}
