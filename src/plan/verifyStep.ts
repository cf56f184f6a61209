import { stepActions } from './stepActions';
import type { NetworkInterface } from '../model/networkInterface';
import type { Step } from './plan';

/** The secondary IPs of one interface as they were read. */
export type InterfaceAddresses = Pick<NetworkInterface, 'networkInterfaceNo' | 'secondaryIpList'>;

/**
 * Why reading could not settle an address: `unreadable` = no read succeeded · `stillChanging` = SET or UNSET to the end ·
 * `ambiguous` = somebody else changed the interface too · `cancelled` = waiting was cut short before there was proof ·
 * `stillLooking` = the answer was lost and the service may still be at it; reading goes on ·
 * `contradicted` = the service answered that it was done, and its list shows otherwise ·
 * `missing` = the interface is not in what was read, which says nothing about its addresses.
 */
export type UnknownReason =
  'unreadable' | 'stillChanging' | 'ambiguous' | 'cancelled' | 'stillLooking' | 'contradicted' | 'missing';

/** What became of one address. `unknown` always comes with its reason. */
export interface AddressOutcome {
  readonly address: string;
  readonly result: 'applied' | 'notApplied' | 'unknown';
  readonly reason?: UnknownReason;
}

/** An address that came or went on a touched interface although the step did not ask for it. */
export interface UnexpectedDifference {
  readonly networkInterfaceNo: string;
  readonly appeared: readonly string[];
  readonly disappeared: readonly string[];
}

/** What a call did, as far as reading shows. */
export interface StepVerdict {
  readonly result: 'applied' | 'partly' | 'notApplied' | 'unknown';
  /** With `unknown`. */
  readonly reason?: UnknownReason;
  readonly addresses: readonly AddressOutcome[];
  /** Addresses the service chose for `count`. */
  readonly chosen: readonly string[];
  readonly unexpected: readonly UnexpectedDifference[];
}

/** Everything the verdict rests on. */
export interface StepEvidence {
  readonly step: Step;
  /** Every touched interface as read right before the call. */
  readonly before: readonly InterfaceAddresses[];
  /** The touched interfaces as read afterwards; nothing is known of one that is missing. */
  readonly after: readonly InterfaceAddresses[];
  /** The call was answered with success, with the target's list when the answer had one; absent when the answer was lost. */
  readonly answer?: { readonly secondaryIpList?: readonly string[] } | undefined;
}

/**
 * Decides from two reads what a call did. Calls are all or nothing, so half a difference was made by somebody else. After a
 * success nothing is called not applied: what the list does not show then is `contradicted`.
 */
export function verifyStep(evidence: StepEvidence): StepVerdict {
  const { step, before, after } = evidence;
  const has = listOf(after, step.networkInterfaceNo);
  if (!has) return missingVerdict(step, before, after);
  const listed = step.secondaryIps.map((address) => listedOutcome(evidence, address, has));
  const counted = countedOutcomes(evidence, has, listed);
  const addresses = [...listed, ...counted];
  return {
    ...summarize(addresses, Math.max(0, step.count - counted.length), evidence.answer !== undefined),
    addresses,
    chosen: counted.filter(({ result }) => result === 'applied').map(({ address }) => address),
    unexpected: unexpectedDifferences(before, after, addresses),
  };
}

function missingVerdict(step: Step, before: StepEvidence['before'], after: StepEvidence['after']): StepVerdict {
  const reason = 'missing';
  const addresses = step.secondaryIps.map((address) => ({ address, result: 'unknown', reason }) as const);
  const unexpected = unexpectedDifferences(before, after, addresses);
  return { result: 'unknown', reason, addresses, chosen: [], unexpected };
}

/** One word for many addresses; `missing` are wanted ones that have no address because none was chosen. */
function summarize(
  addresses: readonly AddressOutcome[],
  missing: number,
  isAnswered: boolean,
): Pick<StepVerdict, 'result' | 'reason'> {
  const unknown = addresses.find(({ result }) => result === 'unknown');
  if (unknown) return { result: 'unknown', ...(unknown.reason && { reason: unknown.reason }) };
  if (isAnswered && missing > 0) return { result: 'unknown', reason: 'contradicted' };
  const applied = addresses.filter(({ result }) => result === 'applied').length;
  if (applied === 0) return { result: 'notApplied' };
  return { result: applied === addresses.length && missing === 0 ? 'applied' : 'partly' };
}

function listOf(interfaces: readonly InterfaceAddresses[], no: string): readonly string[] | undefined {
  return interfaces.find((networkInterface) => networkInterface.networkInterfaceNo === no)?.secondaryIpList;
}

function listedOutcome({ step, after, answer }: StepEvidence, address: string, has: readonly string[]): AddressOutcome {
  const isThere = has.includes(address);
  const isAsAsked = isThere === stepActions[step.action].gives;
  if (!isAsAsked)
    return answer ? { address, result: 'unknown', reason: 'contradicted' } : { address, result: 'notApplied' };
  const loser = step.takes.find((take) => take.address === address)?.from;
  const onBothSides = loser !== undefined && (listOf(after, loser) ?? []).includes(address);
  return onBothSides ? { address, result: 'unknown', reason: 'stillChanging' } : { address, result: 'applied' };
}

/** What became of the addresses the service was to choose: named by its answer, otherwise by the difference. */
function countedOutcomes(
  { step, before, answer }: StepEvidence,
  has: readonly string[],
  listed: readonly AddressOutcome[],
): AddressOutcome[] {
  if (step.count === 0) return [];
  const had = listOf(before, step.networkInterfaceNo) ?? [];
  const isNew = (address: string) => !had.includes(address) && !step.secondaryIps.includes(address);
  // The service puts what it chose last, so a newcomer somebody else added meanwhile stands before it.
  const named = (answer?.secondaryIpList ?? []).filter(isNew).slice(-step.count);
  if (named.length === step.count) {
    return named.map((address) =>
      has.includes(address) ? { address, result: 'applied' } : { address, result: 'unknown', reason: 'contradicted' },
    );
  }
  const appeared = has.filter(isNew);
  // A call is all or nothing: without the listed addresses a newcomer is somebody else's, or somebody took the listed away.
  const isContradicted = listed.length > 0 && listed.every(({ result }) => result === 'notApplied');
  if (appeared.length === step.count && !isContradicted && named.every((address) => appeared.includes(address))) {
    return appeared.map((address) => ({ address, result: 'applied' }));
  }
  // With a success fewer than asked are the ones that lag; more are not to be told apart from a newcomer's.
  const reason = answer && appeared.length < step.count ? 'contradicted' : 'ambiguous';
  return appeared.map((address) =>
    named.includes(address) ? { address, result: 'applied' } : { address, result: 'unknown', reason },
  );
}

function unexpectedDifferences(
  before: readonly InterfaceAddresses[],
  after: readonly InterfaceAddresses[],
  addresses: readonly AddressOutcome[],
): UnexpectedDifference[] {
  // An address that the step did not bring is not its own doing: one that left its holder all the same has to be told.
  const own = new Set(addresses.filter(({ result }) => result !== 'notApplied').map(({ address }) => address));
  return before.flatMap(({ networkInterfaceNo, secondaryIpList: had }) => {
    const has = listOf(after, networkInterfaceNo);
    if (!has) return [];
    const appeared = has.filter((address) => !had.includes(address) && !own.has(address));
    const disappeared = had.filter((address) => !has.includes(address) && !own.has(address));
    return appeared.length + disappeared.length > 0 ? [{ networkInterfaceNo, appeared, disappeared }] : [];
  });
}
