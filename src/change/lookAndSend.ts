import type { NetworkInterface } from '../model/networkInterface';
import { limits } from '../api/limits';
import type { ApplyDeps, StepPhase } from './applyDeps';
import { asApiError } from './asApiError';
import type { Step } from '../plan/plan';
import { checkStep } from './checkStep';
import { type StepOutcome, skippedStep } from './outcome';
import type { RunningChange } from './runningChange';
import { sendStep, type Sent } from './sendStep';

/**
 * A look is worth this long (ms): whatever makes a call wait longer, another look goes before it. Where the way out always
 * takes longer (a proxy far away), each look in vain doubles it, up to the most: else nothing could ever be sent there.
 */
const freshMs = { first: 1_000, most: 8_000 };

/** What a step came to: sent once, with what was read right before; or not sent, and why. */
export type Departure =
  { readonly sent: Sent; readonly before: readonly NetworkInterface[] } | { readonly notSent: StepOutcome };

/** What the steps of one change are sent with. */
export interface SendingRun {
  readonly change: RunningChange;
  readonly deps: ApplyDeps;
  readonly signal: AbortSignal | undefined;
}

/**
 * Looks, writes down, sends: one look, one send. Turned away for now (429, or it never left this machine), it waits, looks
 * again, compares with the plan and only then sends again; so too when its turn or the journal took over a second. Cancel
 * holds until the bytes leave. `asPlanned`: every step it waited for was applied.
 */
export async function lookAndSend(
  step: Step,
  asPlanned: boolean,
  { change, deps, signal }: SendingRun,
  report: (phase: StepPhase) => void,
): Promise<Departure> {
  const { plan, pen } = change;
  const { clock, log } = deps;
  const startedAt = clock.now();
  /** The lists of the look that stands in the journal for a call that did not go out yet. */
  let noted: string | undefined;
  let isNoted = false;
  let turnedAway = 0;
  let looksInVain = 0;
  const stay = async (outcome: StepOutcome = skippedStep(step)): Promise<Departure> => {
    if (isNoted) await pen?.unsent(step).catch((error: unknown) => change.journalBroke(error));
    return { notSent: outcome };
  };

  const isOver = (): boolean => change.isStopped;

  for (;;) {
    report('checking');
    try {
      const reason = await deps.endReason?.();
      if (reason) change.end(reason);
    } catch (error) {
      return stay({ ...skippedStep(step), result: 'notApplied', error: asApiError(error, step.action, 'none') });
    }
    if (isOver()) return stay();
    const check = await checkStep(plan, step, new Map(change.known), deps, signal);
    // Other steps run meanwhile: one of them may have stopped the change while this one was looking.
    if (isOver() || check.state === 'cancelled') return stay();
    if (check.state === 'drifted') {
      if (!asPlanned) return stay();
      change.stale ??= { step, drift: check.drift };
      change.isStopped = true;
      log.warn(`step ${step.id}: not sent, the network differs from the plan (${check.drift.kind})`);
      return stay();
    }
    if (check.state === 'failed') {
      const durationMs = clock.now() - startedAt;
      return stay({ ...skippedStep(step), result: 'notApplied', error: check.error, durationMs });
    }
    const { before } = check;
    const lookedAt = clock.now();
    const lists = JSON.stringify(before.map((one) => [one.networkInterfaceNo, one.secondaryIpList]));
    try {
      if (lists !== noted) await pen?.sent(step, before, clock.now());
      noted = lists;
      isNoted = true;
    } catch (error) {
      change.journalBroke(error);
      log.error(`journal: step ${step.id} could not be noted and is not sent: ${String(error)}`);
      return { notSent: skippedStep(step) };
    }

    report('sending');
    const mayLeave = (): boolean => !signal?.aborted && !isOver() && isFresh(clock.now() - lookedAt, looksInVain);
    const sent = await sendStep(plan.regionCode, step, deps.api, { signal, mayLeave });
    if (!('error' in sent) || sent.error.details.effect === 'unknown') return { sent, before };
    if (signal?.aborted || isOver()) return stay();
    const { kind, canRepeat, retryAfterMs = 0 } = sent.error.details;
    const isLookOld = kind === 'cancelled';
    const goesOn = isLookOld || (canRepeat && ++turnedAway <= limits.retry.times);
    if (!goesOn || clock.now() - startedAt > deps.settle.atMostMs) return { sent, before };
    if (isLookOld) {
      looksInVain++;
      continue;
    }
    // It goes out anew, so when it went out is noted anew: a new window counts from there.
    noted = undefined;
    report('waiting');
    log.info(`step ${step.id}: turned away (${kind}), looking again after a wait`);
    await clock.sleep(Math.max(deps.settle.firstMs, retryAfterMs), signal);
  }
}

/** A clock that was set back makes the age negative: then nobody knows how old the look is. */
function isFresh(ageMs: number, looksInVain: number): boolean {
  return ageMs >= 0 && ageMs <= Math.min(freshMs.first * 2 ** looksInVain, freshMs.most);
}
