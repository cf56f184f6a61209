import type { ReadDeps } from './applyDeps';
import type { JournalEntry, StepRecord } from './journalEntry';
import type { StepVerdict } from '../plan/verifyStep';
import { type StepOutcome, overallResult, skippedStep, unreadStep } from './outcome';
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
  return steps.some(({ state }) => state === 'sent') ? { ...entry, steps } : completed(entry, steps, deps.clock.now());

  async function complete(record: StepRecord): Promise<StepRecord> {
    const { step, state, before = [], sentAt } = record;
    if (state === 'done') return record;
    if (wasNotSent(record)) return { ...record, ...recordOf(skippedStep(step)) };
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

/** Completes an entry that nobody can read any more, at `now` (epoch ms): what may have been sent is unknown. */
export function closeUnread(entry: JournalEntry, now: number): JournalEntry {
  const steps = entry.steps.map((record): StepRecord => {
    if (record.state === 'done') return record;
    return { ...record, ...recordOf((wasNotSent(record) ? skippedStep : unreadStep)(record.step)) };
  });
  return completed(entry, steps, now);
}

/** A step is noted with what it found right before its call; what was not noted was not sent. */
function wasNotSent({ state, before }: StepRecord): boolean {
  return state === 'waiting' || !before;
}

function completed(entry: JournalEntry, steps: readonly StepRecord[], now: number): JournalEntry {
  const result = overallResult(steps.map((step) => step.result ?? 'skipped'));
  return { ...entry, steps, state: 'done', result, recovered: true, finishedAt: now };
}

/**
 * Whether another look, later, may tell more of a lost answer than this one did: nothing could be read, or the interface was not
 * to be seen at rest, which ends an hour after the call. `ageMs`: how long ago it was sent, as far as that is known.
 */
export function isLeftOpen({ reason }: StepVerdict, ageMs?: number): boolean {
  if (reason === 'unreadable' || reason === 'cancelled') return true;
  return (reason === 'missing' || reason === 'stillChanging') && (ageMs ?? 0) < lookedForMs;
}
