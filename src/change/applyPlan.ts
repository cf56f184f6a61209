import PQueue from 'p-queue';
import type { NetworkInterface } from '../model/networkInterface';
import type { Plan, Step } from '../plan/plan';
import type { ApplyDeps } from './applyDeps';
import { openJournalPen, type JournalPen } from './journalPen';
import type { Outcome, StepOutcome } from './outcome';
import { overallResult } from './overallResult';
import { ReadOnlyError } from './readOnlyError';
import { runStep, type RunningChange } from './runStep';
import { skippedStep } from './skippedStep';
import { stepOrder } from './stepOrder';

/**
 * Carries a plan out, the only way anything is changed. Each step: read, compare with the plan, write down, call once,
 * read until the interfaces rest, compare again. One write per interface at a time, others side by side.
 * Never rejects for what the service or the wire did: that is in the outcome. Throws {@link ReadOnlyError} before any call.
 * `signal` stops between steps; a call under way is waited for.
 */
export async function applyPlan(plan: Plan, deps: ApplyDeps, signal?: AbortSignal): Promise<Outcome> {
  if (deps.readOnly) throw new ReadOnlyError();
  const pen = await open(plan, deps);
  const change: RunningChange = {
    plan,
    known: new Map(plan.changes.map(({ networkInterfaceNo, before }) => [networkInterfaceNo, before])),
    latest: new Map<string, NetworkInterface>(),
    stopped: pen === 'failed',
    journalFailed: pen === 'failed',
    ...(pen && pen !== 'failed' && { pen }),
  };
  const order = stepOrder(plan);
  const queue = new PQueue({ concurrency: deps.parallel ?? 4 });
  const running = new Map<number, Promise<StepOutcome>>();
  for (const step of plan.steps) {
    const earlier = (order.get(step.id) ?? []).flatMap(({ id }) => running.get(id) ?? []);
    running.set(step.id, after(earlier, queue, step, change, deps, signal));
  }
  const settled = await Promise.allSettled(running.values());
  const broken = settled.find((one) => one.status === 'rejected');
  if (broken) throw broken.reason;
  const steps = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));

  const skipped = steps.some(({ result }) => result === 'skipped');
  const outcome: Outcome = {
    plan,
    steps,
    result: overallResult(steps.map(({ result }) => result)),
    cancelled: skipped && (signal?.aborted ?? false),
    ...(change.stale && { stale: change.stale }),
    ...(change.journalFailed && { journalFailed: true }),
    ...(change.pen && deps.journal && { entry: deps.journal.id }),
    interfaces: [...change.latest.values()],
  };
  return finish(outcome, change, deps);
}

/** Runs a step once those it waits for are over; a predecessor that did not fully happen is told to it. */
async function after(
  earlier: readonly Promise<StepOutcome>[],
  queue: PQueue,
  step: Step,
  change: RunningChange,
  deps: ApplyDeps,
  signal: AbortSignal | undefined,
): Promise<StepOutcome> {
  const before = await Promise.all(earlier);
  const asPlanned = before.every(({ result }) => result === 'applied');
  return queue.add(async () => {
    const outcome =
      change.stopped || signal?.aborted ? skippedStep(step) : await runStep(step, asPlanned, change, deps, signal);
    deps.onProgress?.({ plan: change.plan, step, phase: 'done', outcome });
    return outcome;
  });
}

async function open(plan: Plan, { journal, clock, log }: ApplyDeps): Promise<JournalPen | 'failed' | undefined> {
  if (!journal) return undefined;
  try {
    return await openJournalPen(plan, journal, clock.now());
  } catch (error) {
    log.error(`journal: the entry could not be written, nothing is sent: ${String(error)}`);
    return 'failed';
  }
}

async function finish(outcome: Outcome, { pen }: RunningChange, { clock, log }: ApplyDeps): Promise<Outcome> {
  try {
    await pen?.finish(outcome, clock.now());
    return outcome;
  } catch (error) {
    log.error(`journal: the entry could not be completed: ${String(error)}`);
    return { ...outcome, journalFailed: true };
  }
}
