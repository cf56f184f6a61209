import type { ApiErrorKind } from '../api/apiError';
import { dropAbsent } from '../model/dropAbsent';
import type { Step } from '../plan/plan';
import type { ReadDeps, StepPhase } from './applyDeps';
import { lookAndSend, type Departure, type SendingRun } from './lookAndSend';
import { type StepOutcome, skippedStep } from './outcome';
import { isLeftOpen } from './recoverEntry';
import { asAnswered, type SentStep, type WatchedStep } from './verdicts';
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

type SentDeparture = Exclude<Departure, { notSent: unknown }>;

/** A step as far as others have to wait for it, and what becomes of it. */
export interface StartedStep {
  readonly ran: Promise<RanStep>;
}

/** What the steps of one change run with. */
export interface StepsRun extends SendingRun {
  /** How what was sent is followed: by readings that all steps share. */
  readonly following: ReadDeps;
}

/**
 * One step from the look before to the proof after. Started is what was answered as it was asked: reading only has to confirm
 * it, so others may go meanwhile. Whatever leaves a doubt has ended by then. `asPlanned`: every step it waited for was applied.
 */
export async function startStep(step: Step, asPlanned: boolean, run: StepsRun): Promise<StartedStep> {
  const { change, deps, following, signal } = run;
  const { clock } = deps;
  const startedAt = clock.now();
  const report = (phase: StepPhase) => deps.onProgress?.({ plan: change.plan, step, phase });
  const departure = await lookAndSend(step, asPlanned, run, report);
  if ('notSent' in departure) return { ran: Promise.resolve(stopAfter({ outcome: departure.notSent })) };
  const sent = sentStep(departure);
  const ran = conclude(departure, sent).then(stopAfter);
  if (asAnswered(sent)?.result !== 'applied') await ran;
  return { ran };

  function stopAfter(ended: RanStep): RanStep {
    const { result, error } = ended.outcome;
    change.isStopped ||= result === 'unknown' || (error !== undefined && sameForAll.includes(error.kind));
    return ended;
  }

  function sentStep({ sent, before }: SentDeparture): SentStep {
    const { regionCode, changes: planned } = change.plan;
    return { regionCode, planned, step, before, answer: 'answer' in sent ? sent.answer : undefined };
  }

  async function conclude({ sent }: SentDeparture, asSent: SentStep): Promise<RanStep> {
    if ('error' in sent && sent.error.details.effect === 'none') {
      const refused = { ...skippedStep(step), result: 'notApplied', error: sent.error } as const;
      return { outcome: await record({ ...refused, durationMs: clock.now() - startedAt }) };
    }
    const { answer } = asSent;
    const usual = answer ? 'settling' : 'reconciling';
    let told: StepPhase | undefined = usual;
    report(usual);
    const onLook = (isRead: boolean): void => {
      const phase = isRead ? usual : 'unread';
      if (told && told !== phase) report((told = phase));
    };
    if (answer?.networkInterface) deps.onInterfaces?.([answer.networkInterface]);
    const watch = watchStep(asSent, { ...following, onLook }, signal);
    const outcomeOf = ({ verdict, settled, isFinal }: WatchedStep): StepOutcome => {
      const error = 'error' in sent ? sent.error : undefined;
      const requestId = answer?.requestId ?? error?.details.requestId;
      return {
        step,
        ...verdict,
        reconciled: answer === undefined,
        settled,
        ...((!isFinal || (!answer && isLeftOpen(verdict))) && { isInterim: true }),
        ...dropAbsent({ requestId, error }),
        durationMs: clock.now() - startedAt,
      };
    };
    const watched = await watch.interim;
    // Nobody looks at the progress any more.
    told = undefined;
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
