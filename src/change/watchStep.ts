import { isApiError, type ApiErrorKind } from '../api/apiError';
import type { NetworkInterface } from '../model/networkInterface';
import type { Step } from '../plan/plan';
import { touchedBy } from '../plan/stepDrift';
import { verifyStep, type InterfaceAddresses, type StepVerdict, type UnknownReason } from '../plan/verifyStep';
import type { ReadDeps } from './applyDeps';
import { readTouched, type Reading } from './readTouched';

/** A step that was sent, with what was read right before and what was answered. */
export interface SentStep {
  readonly regionCode: string;
  readonly step: Step;
  readonly before: readonly InterfaceAddresses[];
  /** The target as the call answered it; absent when the answer was lost. */
  readonly answer?: NetworkInterface;
}

/** What reading found out about a step, and whether its interfaces came to rest. */
export interface WatchedStep {
  readonly verdict: StepVerdict;
  readonly settled: boolean;
  /** The touched interfaces as last read; the call's own answer when no read succeeded. */
  readonly after: readonly NetworkInterface[];
}

/**
 * So many equal reads in a row, none of them SET or UNSET, are proof. What agrees with the answer needs no second look;
 * a list may lag behind a change, so "it did not happen" takes three, as does anything once two reads have disagreed.
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
 * Reads the touched interfaces until they rest and decides what the call did, for as long as `deps.settle` allows.
 * `signal` cuts the wait short, but not the last look: one read when there was an answer, which tells of one side only,
 * and two when there was none, because the change may be under way.
 * Never throws ApiError: what cannot be read is `unknown`.
 */
export async function watchStep(sent: SentStep, deps: ReadDeps, signal?: AbortSignal): Promise<WatchedStep> {
  const { regionCode, step, before, answer } = sent;
  const { clock, settle, log } = deps;
  const evidence = { step, before, ...(answer && { answered: answer.secondaryIpList }) };
  const until = clock.now() + settle.atMostMs;
  let wait = settle.firstMs;
  let last: Reading | undefined;
  let equal: { text: string; times: number } = { text: '', times: 0 };
  const seen = new Set<string>();
  let reads = 0;
  let hopeless = 0;

  do {
    if (signal?.aborted && reads >= (answer ? 1 : 2)) break;
    await clock.sleep(Math.max(0, Math.min(wait, until - clock.now())), answer ? signal : undefined);
    wait = settle.everyMs;
    try {
      last = await readTouched(regionCode, touchedBy(step), deps, answer && !signal?.aborted ? signal : undefined);
      hopeless = 0;
    } catch (error) {
      if (!isApiError(error)) throw error;
      log.warn(`step ${step.id}: reading the result failed: ${error.message}`);
      hopeless = lasting.includes(error.kind) ? hopeless + 1 : 0;
      const wasLastLook = answer && signal?.aborted && error.kind !== 'cancelled';
      if (hopeless >= 3 || wasLastLook) break;
      continue;
    }
    reads++;
    const verdict = verifyStep({ ...evidence, after: last.interfaces });
    const text = JSON.stringify([verdict, last.settling]);
    equal = { text, times: text === equal.text ? equal.times + 1 : 1 };
    const applied = answer ? proof.answeredAndApplied : proof.lostAndApplied;
    if (!last.settling) seen.add(text);
    const enough = verdict.result === 'applied' && seen.size === 1 ? applied : proof.otherwise;
    if (!last.settling && equal.times >= enough) return { verdict, settled: true, after: last.interfaces };
  } while (clock.now() < until);

  return withoutProof(sent, last, signal?.aborted ? 'cancelled' : 'stillChanging');
}

/** Time is up or somebody stopped waiting: what was seen stands, what was not seen is unknown. */
function withoutProof(
  { step, before, answer }: SentStep,
  last: Reading | undefined,
  reason: UnknownReason,
): WatchedStep {
  if (!last && answer) {
    const losers = before.map((one) => withoutTaken(one, step));
    const after = [answer, ...losers.filter((one) => one.networkInterfaceNo !== answer.networkInterfaceNo)];
    const verdict = verifyStep({ step, before, after, answered: answer.secondaryIpList });
    return { verdict, settled: false, after: [answer] };
  }
  if (!last) {
    const reason = 'unreadable';
    const addresses = step.secondaryIps.map((address) => ({ address, result: 'unknown', reason }) as const);
    return { verdict: { result: 'unknown', reason, addresses, chosen: [], unexpected: [] }, settled: false, after: [] };
  }
  const seen = verifyStep({
    step,
    before,
    after: last.interfaces,
    ...(answer && { answered: answer.secondaryIpList }),
  });
  if (seen.result === 'applied' || seen.result === 'unknown') {
    return { verdict: seen, settled: false, after: last.interfaces };
  }
  const addresses = seen.addresses.map((one) =>
    one.result === 'notApplied' ? ({ address: one.address, result: 'unknown', reason } as const) : one,
  );
  return { verdict: { ...seen, addresses, result: 'unknown', reason }, settled: false, after: last.interfaces };
}

function withoutTaken(one: InterfaceAddresses, step: Step): InterfaceAddresses {
  const taken = step.takes.filter(({ from }) => from === one.networkInterfaceNo).map(({ address }) => address);
  return { ...one, secondaryIpList: one.secondaryIpList.filter((address) => !taken.includes(address)) };
}
