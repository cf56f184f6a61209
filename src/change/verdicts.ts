import type { NetworkInterface } from '../model/networkInterface';
import type { ChangeAnswer } from '../api/ncloudApi';
import type { Step } from '../plan/plan';
import type { PlannedInterface } from '../plan/stepDrift';
import {
  verifyStep,
  type AddressOutcome,
  type InterfaceAddresses,
  type StepVerdict,
  type UnknownReason,
} from '../plan/verifyStep';
import { doubtNewcomers } from './doubtNewcomers';
import type { TouchedInterfaces } from './readTouched';

/** A step that was sent, with what was read right before and what was answered. */
export interface SentStep {
  readonly regionCode: string;
  /** The interfaces as they were planned for: another one under the same number, as another account's keys might show, tells nothing. */
  readonly planned: readonly PlannedInterface[];
  readonly step: Step;
  readonly before: readonly InterfaceAddresses[];
  /** The success it was answered with; absent when the answer was lost. */
  readonly answer?: ChangeAnswer | undefined;
  /** How long ago its answer was lost (ms), when another window sent it: as it seems, and for certain. */
  readonly lost?: { readonly forMs: number; readonly surelyForMs: number };
}

/** What reading found out about a step, and whether its interfaces came to rest. */
export interface WatchedStep {
  readonly verdict: StepVerdict;
  readonly settled: boolean;
  /** The touched interfaces as last read; the call's own answer when no read succeeded. */
  readonly after: readonly NetworkInterface[];
  /** False while reading goes on. */
  readonly isFinal: boolean;
}

/** What may be told of a lost answer while the service may still be at work: what is there is there, the rest is unknown. */
export function stillLooking({ step, before }: SentStep, last: TouchedInterfaces | undefined): WatchedStep {
  const reason = 'stillLooking';
  const after = last?.interfaces ?? [];
  const seen = verifyStep({ step, before, after });
  const isKnown = ({ address, result }: AddressOutcome): boolean =>
    result === 'applied' && step.secondaryIps.includes(address);
  const addresses = seen.addresses.map((one) =>
    isKnown(one) ? one : ({ address: one.address, result: 'unknown', reason } as const),
  );
  const verdict = { result: 'unknown', reason, addresses, chosen: [], unexpected: [] } as const;
  return { verdict, settled: last !== undefined && !last.settling, after, isFinal: false };
}

/**
 * What the call's own answer shows, taken for a reading of its interface; undefined where it shows none. Of the interfaces that
 * lost an address it says nothing: they are taken to have let go.
 */
export function asAnswered({ step, before, answer }: SentStep): StepVerdict | undefined {
  const answered = answer?.networkInterface;
  if (!answered) return undefined;
  const losers = before.filter(({ networkInterfaceNo }) => networkInterfaceNo !== answered.networkInterfaceNo);
  const after = [answered, ...losers.map((one) => withoutTaken(one, step))];
  return verifyStep({ step, before, answer: answered, after });
}

/** Time is up or somebody stopped waiting: what was seen stands, what was not seen is unknown. */
export function withoutProof(
  sent: SentStep,
  last: TouchedInterfaces | undefined,
  reason: UnknownReason,
  early: ReadonlySet<string>,
): WatchedStep {
  const { step, before, answer } = sent;
  const end = { settled: false, isFinal: true } as const;
  const answered = answer?.networkInterface;
  const evidence = { step, before, answer: answer && (answered ?? {}) };
  const told = asAnswered(sent);
  if (!last && answered && told) return { ...end, verdict: told, after: [answered] };
  if (!last) {
    const addresses = step.secondaryIps.map(
      (address) => ({ address, result: 'unknown', reason: 'unreadable' }) as const,
    );
    const verdict = { result: 'unknown', reason: 'unreadable', addresses, chosen: [], unexpected: [] } as const;
    return { ...end, verdict, after: [] as NetworkInterface[] };
  }
  const after = last.interfaces;
  const seen = answer
    ? verifyStep({ ...evidence, after })
    : doubtNewcomers(verifyStep({ ...evidence, after }), step, early);
  // A newcomer is not the count's before there was time for proof.
  const isProven = seen.result === 'applied' && (answer !== undefined || step.count === 0);
  if (isProven || seen.result === 'unknown') return { ...end, verdict: seen, after };
  const isListed = (address: string): boolean => step.secondaryIps.includes(address);
  const addresses = seen.addresses.map((one) =>
    one.result === 'applied' && (answer || isListed(one.address))
      ? one
      : ({ address: one.address, result: 'unknown', reason } as const),
  );
  return {
    ...end,
    verdict: { ...seen, addresses, chosen: answer ? seen.chosen : [], result: 'unknown', reason },
    after,
  };
}

function withoutTaken(one: InterfaceAddresses, step: Step): InterfaceAddresses {
  const taken = step.takes.filter(({ from }) => from === one.networkInterfaceNo).map(({ address }) => address);
  return { ...one, secondaryIpList: one.secondaryIpList.filter((address) => !taken.includes(address)) };
}
