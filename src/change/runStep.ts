import type { ApiErrorKind } from '../api/apiError';
import type { NetworkInterface } from '../model/networkInterface';
import type { Plan, Step } from '../plan/plan';
import type { Drift } from '../plan/stepDrift';
import type { ApplyDeps } from './applyDeps';
import { checkStep } from './checkStep';
import type { JournalPen } from './journalPen';
import type { StepOutcome } from './outcome';
import { sendStep } from './sendStep';
import { skippedStep } from './skippedStep';
import { watchStep } from './watchStep';

/** What the steps of one change share while it runs. */
export interface RunningChange {
  readonly plan: Plan;
  readonly pen?: JournalPen;
  /** Addresses by interface as last read. */
  readonly known: Map<string, readonly string[]>;
  readonly latest: Map<string, NetworkInterface>;
  /** Nothing more is to be sent. */
  stopped: boolean;
  stale?: { readonly step: Step; readonly drift: Drift };
  journalFailed: boolean;
}

/** After one of these every further call would fail the same way. */
const sameForAll: readonly ApiErrorKind[] = ['credentials', 'headersMissing', 'clockSkew', 'permission', 'quota'];

/** One step from the look before to the proof after. `asPlanned`: every step it waited for was applied. */
export async function runStep(
  step: Step,
  asPlanned: boolean,
  change: RunningChange,
  deps: ApplyDeps,
  signal: AbortSignal | undefined,
): Promise<StepOutcome> {
  const { plan, pen } = change;
  const { clock, log } = deps;
  const report = (phase: 'checking' | 'sending' | 'settling' | 'reconciling') =>
    deps.onProgress?.({ plan, step, phase });
  const following: ApplyDeps = { ...deps, onInterfaces: (fresh, gone) => follow(change, deps, fresh, gone) };
  const startedAt = clock.now();

  report('checking');
  const check = await checkStep(plan.regionCode, step, new Map(change.known), following, signal);
  // Other steps run meanwhile: one of them may have stopped the change while this one was looking.
  if (change.stopped || check.state === 'cancelled') return skippedStep(step);
  if (check.state === 'drifted') {
    if (!asPlanned) return skippedStep(step);
    change.stopped = true;
    change.stale ??= { step, drift: check.drift };
    log.warn(`step ${step.id}: not sent, the network differs from the plan (${check.drift.kind})`);
    return skippedStep(step);
  }
  if (check.state === 'failed') {
    change.stopped ||= sameForAll.includes(check.error.kind);
    return { ...skippedStep(step), result: 'notApplied', error: check.error, durationMs: clock.now() - startedAt };
  }
  const { before } = check;
  try {
    await pen?.sent(step, before, clock.now());
  } catch (error) {
    change.stopped = change.journalFailed = true;
    log.error(`journal: step ${step.id} could not be noted and is not sent: ${String(error)}`);
    return skippedStep(step);
  }

  report('sending');
  const sent = await sendStep(plan.regionCode, step, deps.api);
  const outcome = await conclude();
  change.stopped ||= outcome.result === 'unknown' || (!!outcome.error && sameForAll.includes(outcome.error.kind));
  return outcome;

  async function conclude(): Promise<StepOutcome> {
    if ('error' in sent && sent.error.details.effect === 'none') {
      const refused = { ...skippedStep(step), result: 'notApplied', error: sent.error } as const;
      return record({ ...refused, durationMs: clock.now() - startedAt }, []);
    }
    const answer = 'answer' in sent ? sent.answer : undefined;
    report(answer ? 'settling' : 'reconciling');
    const { networkInterface } = answer ?? {};
    if (networkInterface) following.onInterfaces?.([networkInterface], []);
    const target = { regionCode: plan.regionCode, step, before };
    const watched = await watchStep(
      { ...target, ...(networkInterface && { answer: networkInterface }) },
      following,
      signal,
    );
    const requestId = answer?.requestId ?? ('error' in sent ? sent.error.details.requestId : undefined);
    return record(
      {
        step,
        ...watched.verdict,
        reconciled: answer === undefined,
        settled: watched.settled,
        ...(requestId !== undefined && { requestId }),
        ...('error' in sent && { error: sent.error }),
        durationMs: clock.now() - startedAt,
      },
      watched.after,
    );
  }

  async function record(outcome: StepOutcome, after: readonly NetworkInterface[]): Promise<StepOutcome> {
    try {
      await pen?.done(outcome, after);
    } catch (error) {
      change.stopped = change.journalFailed = true;
      log.error(`journal: the result of step ${step.id} could not be noted: ${String(error)}`);
    }
    return outcome;
  }
}

function follow(
  change: RunningChange,
  deps: ApplyDeps,
  fresh: readonly NetworkInterface[],
  gone: readonly string[],
): void {
  for (const one of fresh) {
    change.latest.set(one.networkInterfaceNo, one);
    change.known.set(one.networkInterfaceNo, one.secondaryIpList);
  }
  for (const no of gone) change.latest.delete(no);
  deps.onInterfaces?.(fresh, gone);
}
