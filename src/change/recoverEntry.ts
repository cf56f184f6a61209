import type { ReadDeps } from './applyDeps';
import { doubtOldCount } from './doubtOldCount';
import type { JournalEntry, StepRecord } from './journalEntry';
import type { StepOutcome } from './outcome';
import { overallResult } from './overallResult';
import { recordOf } from './recordOf';
import { skippedStep } from './skippedStep';
import { watchStep } from './watchStep';

/**
 * Completes an entry whose extension host was killed: what was not sent is skipped, what may have been sent is found by
 * reading, nothing is sent. When nothing can be read the entry comes back open, for another start to try.
 */
export async function recoverEntry(entry: JournalEntry, deps: ReadDeps, signal?: AbortSignal): Promise<JournalEntry> {
  const startedAt = deps.clock.now();
  const steps: StepRecord[] = [];
  for (const record of entry.steps) steps.push(await complete(record));
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
    const { step, state, before } = record;
    if (state === 'done') return record;
    if (state === 'waiting' || !before) return { ...record, ...recordOf(skippedStep(step)) };
    deps.log.info(`step ${step.id} was under way when the window went away: reading what became of it`);
    const watched = await watchStep({ regionCode: entry.regionCode, step, before }, deps, signal);
    if (watched.verdict.reason === 'unreadable') return { ...record, reason: 'unreadable' };
    // A clock that was set back tells no age.
    const ageMs = startedAt - (record.sentAt ?? -Infinity);
    const isOld = ageMs < 0 || ageMs > deps.settle.atMostMs;
    const outcome: StepOutcome = {
      step,
      ...(isOld ? doubtOldCount(watched.verdict, step) : watched.verdict),
      reconciled: true,
      settled: watched.settled,
      durationMs: deps.clock.now() - (record.sentAt ?? startedAt),
    };
    const after = watched.after.map(({ networkInterfaceNo, secondaryIpList }) => ({
      networkInterfaceNo,
      secondaryIpList,
    }));
    return { ...record, ...recordOf(outcome), after };
  }
}
