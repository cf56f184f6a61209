import type { ReadDeps } from './applyDeps';
import type { JournalEntry, StepRecord } from './journalEntry';
import type { StepVerdict } from '../plan/verifyStep';
import { type StepOutcome, overallResult, skippedStep } from './outcome';
import { recordOf, withOutcome } from './recordOf';
import { shareReads } from './shareReads';
import { watchStep } from './watchStep';

/** A clock is not set by more than this unnoticed (ms): only a greater age shortens the wait for proof. */
const certainAgeMs = 10 * 60_000;
/** So long (ms) an interface is looked for that no read shows, or that never rests. */
const lookedForMs = 60 * 60_000;

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
  const following = shareReads(deps);
  const steps = await Promise.all(entry.steps.map(complete));
  if (steps.some(({ state }) => state === 'sent')) return { ...entry, steps };
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
    // A clock that was set tells no age: what is not certain counts as old where it claims, and as young where it denies.
    const ageMs = sentAt === undefined || sentAt > now ? undefined : now - sentAt;
    const lost = { forMs: ageMs ?? Infinity, surelyForMs: (ageMs ?? 0) > certainAgeMs ? (ageMs ?? 0) : 0 };
    const watch = watchStep({ regionCode, planned: plan.changes, step, before, lost }, following, signal);
    const interim = await watch.interim;
    if (!interim.isFinal) onLooking?.();
    const watched = interim.isFinal ? interim : await watch.final;
    if (isLeftOpen(watched.verdict, ageMs)) return { ...record, reason: watched.verdict.reason ?? 'unreadable' };
    const outcome: StepOutcome = {
      step,
      ...watched.verdict,
      reconciled: true,
      settled: watched.settled,
      durationMs: deps.clock.now() - (sentAt ?? now),
    };
    return withOutcome(record, outcome, watched.after);
  }
}

/**
 * Whether another look, later, may tell more of a lost answer than this one did: nothing could be read, or the interface was not
 * to be seen at rest, which ends an hour after the call. `ageMs`: how long ago it was sent, as far as that is known.
 */
export function isLeftOpen({ reason }: StepVerdict, ageMs?: number): boolean {
  if (reason === 'unreadable' || reason === 'cancelled') return true;
  return (reason === 'missing' || reason === 'stillChanging') && (ageMs ?? 0) < lookedForMs;
}
