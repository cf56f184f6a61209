import PQueue from 'p-queue';
import { dropAbsent } from '../model/dropAbsent';
import type { Plan, Step } from '../plan/plan';
import { touchedBy } from '../plan/stepDrift';
import { stackOf } from '../api/logger';
import { defaultWidth, type ApplyDeps } from './applyDeps';
import { asApiError, ReadOnlyError } from './asApiError';
import type { InterfaceHold } from './interfaceHolds';
import { openJournalPen } from './journalPen';
import { type Outcome, type StepOutcome, overallResult, skippedStep, unreadStep } from './outcome';
import { RunningChange } from './runningChange';
import { startStep, type RanStep, type StartedStep, type StepsRun } from './startStep';
import { shareReads } from './shareReads';
import { stepOrder } from './stepOrder';

/**
 * Carries a plan out, the only way anything is changed. Each step: read, compare with the plan, write down, call once,
 * read until the interfaces rest, compare again. One change per interface at a time; within it one write per interface,
 * others side by side. Never rejects for what the service or the wire did: that is in the outcome, and the last word on
 * lost answers in its `looking`. Throws {@link ReadOnlyError} before any call.
 * `signal` stops before the next call; one that has left is waited for.
 */
export async function applyPlan(plan: Plan, given: ApplyDeps, signal?: AbortSignal): Promise<Outcome> {
  if (given.readOnly) throw new ReadOnlyError();
  const deps = withSafeProgress(given);
  const touched = [...new Set(plan.steps.flatMap(touchedBy))];
  const change = new RunningChange(plan);
  const { hold, isHeld } = await holdInterfaces(touched, change, deps, signal);
  // Cancelled while it waited for another change: there is nothing to write down.
  if (isHeld) change.isStopped = true;
  else await openEntry(change, deps);
  const ran = await startSteps(plan, change, deps, signal);
  const stillRead = ran.filter(({ later }) => later !== undefined).map(({ outcome }) => outcome.step);
  const outcomes = ran.map(({ outcome }) => outcome);
  const cancelled = (signal?.aborted ?? false) && outcomes.some(({ result }) => result === 'skipped');
  if (stillRead.length === 0) {
    const outcome = await finish(outcomeOf(change, deps, outcomes, cancelled), change, deps);
    await hold?.release();
    return outcome;
  }
  const kept = new Set(stillRead.flatMap(touchedBy));
  await hold?.release(touched.filter((no) => !kept.has(no)));
  const looking = lookOn(ran).finally(() => hold?.release());
  return finish({ ...outcomeOf(change, deps, outcomes, cancelled), looking }, change, deps);

  async function lookOn(steps: readonly RanStep[]): Promise<Outcome> {
    const last = await Promise.all(steps.map(async ({ outcome, later }) => (await later) ?? outcome));
    return finish(outcomeOf(change, deps, last, cancelled), change, deps);
  }
}

/** `isHeld`: another change has them, and this one was cancelled before it let go. */
async function holdInterfaces(
  touched: readonly string[],
  change: RunningChange,
  { holds, onHeld, log }: ApplyDeps,
  signal: AbortSignal | undefined,
): Promise<{ readonly hold?: InterfaceHold | undefined; readonly isHeld: boolean }> {
  if (!holds) return { isHeld: false };
  try {
    const hold = await holds.hold(touched, () => onHeld?.(), signal);
    return { hold, isHeld: !hold };
  } catch (error) {
    log.error(`holds: other changes cannot be kept off, nothing is sent: ${String(error)}`);
    change.journalBroke(error);
    return { isHeld: false };
  }
}

/** Also when nothing will be sent: what was asked for is not to be lost. */
async function openEntry(change: RunningChange, { journal, clock, log }: ApplyDeps): Promise<void> {
  if (!journal) return;
  try {
    change.pen = await openJournalPen(change.plan, journal, clock.now());
  } catch (error) {
    log.error(`journal: the entry could not be written, nothing is sent: ${String(error)}`);
    change.journalBroke(error);
  }
}

/** Runs the steps in their order, side by side where they have nothing in common. Never rejects. */
async function startSteps(
  plan: Plan,
  change: RunningChange,
  deps: ApplyDeps,
  signal: AbortSignal | undefined,
): Promise<RanStep[]> {
  const order = stepOrder(plan);
  const width = deps.width ?? defaultWidth;
  const all = new PQueue({ concurrency: width.all });
  const doubtful = new PQueue({ concurrency: width.doubtful });
  const noting = { ...deps, onInterfaces: change.following(deps) };
  const run: StepsRun = { change, deps: noting, following: shareReads(noting), signal };
  const running = new Map<number, Promise<RanStep>>();
  for (const step of plan.steps) {
    const earlier = (order.get(step.id) ?? []).flatMap(({ id }) => running.get(id) ?? []);
    running.set(step.id, runAfter(earlier, step));
  }
  return Promise.all(running.values());

  /** Runs a step once those it waits for are over; a predecessor that did not fully happen is told to it. */
  async function runAfter(earlier: readonly Promise<RanStep>[], step: Step): Promise<RanStep> {
    const before = await Promise.all(earlier);
    const asPlanned = before.every(({ outcome }) => outcome.result === 'applied');
    const start = async (): Promise<StartedStep> => {
      const isOver = change.isStopped || signal?.aborted;
      return isOver ? { ran: Promise.resolve({ outcome: skippedStep(step) }) } : startStep(step, asPlanned, run);
    };
    return all.add(async () => {
      const ran = await doubtful
        .add(start)
        .then((started) => started.ran)
        .catch((error: unknown) => unforeseen(step, error));
      deps.onProgress?.({ plan, step, phase: 'done', outcome: ran.outcome });
      return ran;
    });
  }

  /** Nobody knows how far it got: it ends as unknown, the others are not sent. */
  function unforeseen(step: Step, error: unknown): RanStep {
    change.isStopped = true;
    deps.log.error(`step ${step.id}: ${stackOf(error)}`);
    return { outcome: { ...unreadStep(step), error: asApiError(error, step.action, 'unknown') } };
  }
}

function outcomeOf(
  change: RunningChange,
  { journal }: ApplyDeps,
  steps: readonly StepOutcome[],
  cancelled: boolean,
): Outcome {
  const { plan, stale, ended, journalFailed, journalError, pen, latest } = change;
  return {
    plan,
    steps,
    result: overallResult(steps.map(({ result }) => result)),
    cancelled,
    ...dropAbsent({ ended, stale }),
    ...(journalFailed && { journalFailed, journalError }),
    ...(pen && journal && { entry: journal.id }),
    interfaces: [...latest.values()].map(dropAbsent),
  };
}

async function finish(outcome: Outcome, { pen }: RunningChange, { clock, log }: ApplyDeps): Promise<Outcome> {
  try {
    await pen?.finish(outcome, clock.now());
    return outcome;
  } catch (error) {
    log.error(`journal: the entry could not be completed: ${String(error)}`);
    return { ...outcome, journalFailed: true, journalError: error };
  }
}

/** Whoever listens may fail: the change goes on all the same. */
function withSafeProgress(deps: ApplyDeps): ApplyDeps {
  const { onProgress, log } = deps;
  if (!onProgress) return deps;
  return {
    ...deps,
    onProgress(event) {
      try {
        onProgress(event);
      } catch (error) {
        log.error(`telling the progress of a change: ${stackOf(error)}`);
      }
    },
  };
}
