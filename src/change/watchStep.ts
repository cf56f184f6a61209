import { isApiError, type ApiErrorKind } from '../api/apiError';
import { isSameInterface, touchedBy } from '../plan/stepDrift';
import { verifyStep, type StepVerdict } from '../plan/verifyStep';
import type { ReadDeps } from './applyDeps';
import { readTouched, type TouchedInterfaces } from './readTouched';
import { doubtNewcomers } from './doubtNewcomers';
import { stillLooking, withoutProof, type SentStep, type WatchedStep } from './verdicts';

/** The reading of one step. `interim` is what a person may be told at once; it is the final word when that came first. */
export interface Watch {
  readonly interim: Promise<WatchedStep>;
  readonly final: Promise<WatchedStep>;
}

/**
 * So many equal reads in a row, none of them SET or UNSET, are proof. What agrees with the answer needs no second look; a
 * list may lag behind a change, so anything else takes three, as does everything once two reads have disagreed.
 */
const proof = { answeredAndApplied: 1, lostAndApplied: 2, otherwise: 3 };

/** Trying again does not help against these (`cancelled`: the client was closed); three in a row end the watch. */
const lasting: readonly ApiErrorKind[] = [
  'cancelled',
  'credentials',
  'headersMissing',
  'clockSkew',
  'permission',
  'notFound',
];

/**
 * Reads the touched interfaces until they rest and there is proof of what the call did, or for as long as `deps.settle` allows.
 *
 * After a lost answer the back end may still be at work: that an address is not there proves nothing before it has been so for
 * three reads after `settle.workingMs`, and a count proves nothing before that at all, since a newcomer may be anybody's. After a
 * success "not there" proves nothing ever: the list lags. So both are told as unknown, and reading goes on.
 *
 * `signal` ends a person's wait, not the reading: after a success one more read is made, which tells of one side only; a lost
 * answer is read to its end. Neither promise rejects: what cannot be read is `unknown`.
 */
export function watchStep(sent: SentStep, deps: ReadDeps, signal?: AbortSignal): Watch {
  const interim = Promise.withResolvers<WatchedStep>();
  const over = new AbortController();
  const final = lookOn(sent, deps, (watched) => interim.resolve(watched), signal, over.signal).finally(() =>
    over.abort(),
  );
  void final.then(interim.resolve);
  return { interim: interim.promise, final };
}

async function lookOn(
  sent: SentStep,
  deps: ReadDeps,
  tell: (interim: WatchedStep) => void,
  signal: AbortSignal | undefined,
  over: AbortSignal,
): Promise<WatchedStep> {
  const { regionCode, planned, step, before, answer, lost = { forMs: 0, surelyForMs: 0 } } = sent;
  const { clock, settle, log } = deps;
  const evidence = { step, before, answer: answer && (answer.networkInterface ?? {}) };
  // Waits are added up instead of asking the clock, which may be set while one looks; reads come on top, so it errs to the safe side.
  const mostMs = Math.max(settle.atMostMs, answer ? 0 : settle.workingMs - lost.surelyForMs + 5 * settle.everyMs);
  const startedAt = clock.now();
  let waitedMs = 0;
  let wait = settle.firstMs;
  let last: TouchedInterfaces | undefined;
  let equal = { text: '', times: 0, late: 0 };
  const seen = new Set<string>();
  let reads = 0;
  let failures = 0;
  let hopeless = 0;
  /** Addresses of the target that were seen soon after the loss. */
  const early = new Set<string>();
  const isWaitedFor = (): boolean => !signal?.aborted;
  const tellNow = (): void => {
    if (!answer) tell(stillLooking(sent, last));
  };
  signal?.addEventListener('abort', tellNow, { signal: over });

  do {
    if (answer && !isWaitedFor() && reads > 0) break;
    if (reads >= proof.otherwise || failures > 0 || !isWaitedFor()) tellNow();
    const ms = Math.max(0, Math.min(wait, mostMs - waitedMs));
    await clock.sleep(ms, answer ? signal : undefined);
    waitedMs += ms;
    wait = settle.everyMs;
    try {
      const touched = await readTouched(
        regionCode,
        touchedBy(step),
        deps,
        answer && isWaitedFor() ? signal : undefined,
      );
      last = { ...touched, interfaces: touched.interfaces.filter((one) => isSameInterface(one, planned)) };
      hopeless = 0;
      deps.onLook?.(true);
    } catch (error) {
      const kind = isApiError(error) ? error.kind : undefined;
      log.warn(`step ${step.id}: reading the result failed: ${String(error)}`);
      failures++;
      if (kind !== 'cancelled') deps.onLook?.(false);
      hopeless = kind && lasting.includes(kind) ? hopeless + 1 : 0;
      // A read that was cancelled with the wait is not the last look yet.
      const wasLastLook = answer && !isWaitedFor() && kind !== 'cancelled';
      if (hopeless >= 3 || wasLastLook) break;
      continue;
    }
    reads++;
    if (lost.forMs + waitedMs <= settle.ownMs) {
      for (const one of last.interfaces.filter(
        ({ networkInterfaceNo }) => networkInterfaceNo === step.networkInterfaceNo,
      )) {
        for (const address of one.secondaryIpList) early.add(address);
      }
    }
    const read = verifyStep({ ...evidence, after: last.interfaces });
    const verdict = answer ? read : doubtNewcomers(read, step, early);
    const text = JSON.stringify([verdict, last.settling]);
    const isLate = answer !== undefined || lost.surelyForMs + waitedMs >= settle.workingMs;
    equal = text === equal.text ? { ...equal, times: equal.times + 1 } : { text, times: 1, late: 0 };
    if (isLate) equal.late++;
    if (!last.settling) seen.add(text);
    if (last.settling) continue;
    const watched = { verdict, settled: true, after: last.interfaces, isFinal: true };
    const agrees = answer ? proof.answeredAndApplied : proof.lostAndApplied;
    const enough = verdict.result === 'applied' && seen.size === 1 ? agrees : proof.otherwise;
    const needsTime = answer ? mayCome(verdict) : verdict.result !== 'applied' || step.count > 0;
    if (!needsTime && equal.times >= enough) return watched;
    if (!answer && equal.late >= proof.otherwise) return watched;
    if (answer && equal.times >= proof.otherwise) tell({ ...watched, isFinal: false });
  } while (waitedMs < mostMs && clock.now() - startedAt < 3 * mostMs);

  return withoutProof(sent, last, answer && !isWaitedFor() ? 'cancelled' : 'stillChanging', early);
}

/** What a success still promises although no list shows it; what others did to the interface will not go away by reading. */
function mayCome({ result, reason }: StepVerdict): boolean {
  return result === 'unknown' && reason !== 'ambiguous';
}
