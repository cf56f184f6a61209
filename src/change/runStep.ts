import type { ApiErrorKind } from '../api/apiError';
import type { Step } from '../plan/plan';
import type { ApplyDeps, StepPhase } from './applyDeps';
import { lookAndSend, type Departure } from './lookAndSend';
import { type StepOutcome, skippedStep } from './outcome';
import type { RunningChange } from './runningChange';
import { isLeftOpen } from './recoverEntry';
import type { WatchedStep } from './verdicts';
import { watchStep } from './watchStep';

/** What became of a step as far as it is known now, and the last word on it while reading goes on. */
export interface RanStep {
  readonly outcome: StepOutcome;
  readonly later?: Promise<StepOutcome>;
}

/** After one of these every further call would fail the same way, or be answered by whatever answered this one. */
const sameForAll: readonly ApiErrorKind[] = [
  'credentials',
  'headersMissing',
  'clockSkew',
  'permission',
  'quota',
  'unreadable',
];

/** One step from the look before to the proof after. `asPlanned`: every step it waited for was applied. Never rejects. */
export async function runStep(
  step: Step,
  asPlanned: boolean,
  change: RunningChange,
  deps: ApplyDeps,
  signal: AbortSignal | undefined,
): Promise<RanStep> {
  const { clock } = deps;
  const startedAt = clock.now();
  const following: ApplyDeps = { ...deps, onInterfaces: change.following(deps) };
  const report = (phase: StepPhase) => deps.onProgress?.({ plan: change.plan, step, phase });
  const departure = await lookAndSend(step, asPlanned, change, following, report, signal);
  const ran = 'notSent' in departure ? { outcome: departure.notSent } : await conclude(departure);
  const { result, error } = ran.outcome;
  change.isStopped ||= result === 'unknown' || (error !== undefined && sameForAll.includes(error.kind));
  return ran;

  async function conclude({ sent, before }: Exclude<Departure, { notSent: unknown }>): Promise<RanStep> {
    if ('error' in sent && sent.error.details.effect === 'none') {
      const refused = { ...skippedStep(step), result: 'notApplied', error: sent.error } as const;
      return { outcome: await record({ ...refused, durationMs: clock.now() - startedAt }) };
    }
    const answer = 'answer' in sent ? sent.answer : undefined;
    report(answer ? 'settling' : 'reconciling');
    if (answer?.networkInterface) following.onInterfaces?.([answer.networkInterface]);
    const { regionCode, changes: planned } = change.plan;
    const target = { regionCode, planned, step, before };
    const watch = watchStep({ ...target, ...(answer && { answer }) }, following, signal);
    const outcomeOf = ({ verdict, settled, isFinal }: WatchedStep): StepOutcome => {
      const requestId = answer?.requestId ?? ('error' in sent ? sent.error.details.requestId : undefined);
      return {
        step,
        ...verdict,
        reconciled: answer === undefined,
        settled,
        ...((!isFinal || (!answer && isLeftOpen(verdict))) && { isInterim: true }),
        ...(requestId !== undefined && { requestId }),
        ...('error' in sent && { error: sent.error }),
        durationMs: clock.now() - startedAt,
      };
    };
    const watched = await watch.interim;
    if (watched.isFinal) return { outcome: await record(outcomeOf(watched), watched) };
    const later = watch.final.then((last) => record(outcomeOf(last), last));
    return { outcome: await record(outcomeOf(watched), watched), later };
  }

  async function record(outcome: StepOutcome, watched?: WatchedStep): Promise<StepOutcome> {
    try {
      await change.pen?.note(outcome, watched?.after ?? []);
    } catch (error) {
      change.journalBroke(error);
      deps.log.error(`journal: the result of step ${step.id} could not be noted: ${String(error)}`);
    }
    return outcome;
  }
}
