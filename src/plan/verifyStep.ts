import type { NetworkInterface } from '../model/networkInterface';
import type { Step } from './plan';

/** The secondary IPs of one interface as they were read. */
export type InterfaceAddresses = Pick<NetworkInterface, 'networkInterfaceNo' | 'secondaryIpList'>;

/**
 * Why reading could not settle an address: `unreadable` = no read succeeded · `stillChanging` = SET or UNSET to the end ·
 * `ambiguous` = somebody else changed the interface too · `cancelled` = waiting was cut short before there was proof.
 */
export type UnknownReason = 'unreadable' | 'stillChanging' | 'ambiguous' | 'cancelled';

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
  /** Every touched interface as read afterwards; one that is missing is gone. */
  readonly after: readonly InterfaceAddresses[];
  /** The target's list as the call's own answer gave it; absent when the answer was lost. */
  readonly answered?: readonly string[];
}

/** Decides from two reads what a call did. Calls are all or nothing, so half a difference was made by somebody else. */
export function verifyStep({ step, before, after, answered }: StepEvidence): StepVerdict {
  const had = listOf(before, step.networkInterfaceNo) ?? [];
  const has = listOf(after, step.networkInterfaceNo) ?? [];
  const listed = step.secondaryIps.map((address) => listedOutcome(step, address, has, after));
  const counted = countedOutcomes(step, had, has, listed, answered);
  const addresses = [...listed, ...counted];
  const chosen = counted.filter(({ result }) => result === 'applied').map(({ address }) => address);
  return {
    ...summarize(addresses, Math.max(0, step.count - counted.length)),
    addresses,
    chosen,
    unexpected: unexpectedDifferences(before, after, addresses),
  };
}

/** One word for many addresses; `missing` are wanted ones that have no address because none was chosen. */
function summarize(addresses: readonly AddressOutcome[], missing = 0): Pick<StepVerdict, 'result' | 'reason'> {
  const unknown = addresses.find(({ result }) => result === 'unknown');
  if (unknown) return { result: 'unknown', ...(unknown.reason && { reason: unknown.reason }) };
  const applied = addresses.filter(({ result }) => result === 'applied').length;
  if (applied === 0) return { result: 'notApplied' };
  return { result: applied === addresses.length && missing === 0 ? 'applied' : 'partly' };
}

function listOf(interfaces: readonly InterfaceAddresses[], no: string): readonly string[] | undefined {
  return interfaces.find((networkInterface) => networkInterface.networkInterfaceNo === no)?.secondaryIpList;
}

function listedOutcome(
  step: Step,
  address: string,
  has: readonly string[],
  after: readonly InterfaceAddresses[],
): AddressOutcome {
  const isThere = has.includes(address);
  if (step.action === 'unassignSecondaryIps') return { address, result: isThere ? 'notApplied' : 'applied' };
  if (!isThere) return { address, result: 'notApplied' };
  const loser = step.takes.find((take) => take.address === address)?.from;
  const onBothSides = loser !== undefined && (listOf(after, loser) ?? []).includes(address);
  return onBothSides ? { address, result: 'unknown', reason: 'stillChanging' } : { address, result: 'applied' };
}

/** What became of the addresses the service was to choose: named by its answer, otherwise by the difference. */
function countedOutcomes(
  step: Step,
  had: readonly string[],
  has: readonly string[],
  listed: readonly AddressOutcome[],
  answered: readonly string[] | undefined,
): AddressOutcome[] {
  if (step.count === 0) return [];
  const isNew = (address: string) => !had.includes(address) && !step.secondaryIps.includes(address);
  if (answered) {
    // The service puts what it chose last, so a newcomer somebody else added meanwhile stands before it.
    return answered
      .filter(isNew)
      .slice(-step.count)
      .map((address) => ({ address, result: has.includes(address) ? 'applied' : 'notApplied' }));
  }
  const appeared = has.filter(isNew);
  // A call is all or nothing: without the listed addresses a newcomer is somebody else's, or somebody took the listed away.
  const isContradicted = listed.length > 0 && listed.every(({ result }) => result === 'notApplied');
  if (appeared.length === step.count && !isContradicted)
    return appeared.map((address) => ({ address, result: 'applied' }));
  return appeared.map((address) => ({ address, result: 'unknown', reason: 'ambiguous' }));
}

function unexpectedDifferences(
  before: readonly InterfaceAddresses[],
  after: readonly InterfaceAddresses[],
  addresses: readonly AddressOutcome[],
): UnexpectedDifference[] {
  // An address that the step did not bring is not its own doing: one that left its holder all the same has to be told.
  const own = new Set(addresses.filter(({ result }) => result !== 'notApplied').map(({ address }) => address));
  return before.flatMap(({ networkInterfaceNo, secondaryIpList: had }) => {
    const has = listOf(after, networkInterfaceNo) ?? [];
    const appeared = has.filter((address) => !had.includes(address) && !own.has(address));
    const disappeared = had.filter((address) => !has.includes(address) && !own.has(address));
    return appeared.length + disappeared.length > 0 ? [{ networkInterfaceNo, appeared, disappeared }] : [];
  });
}
