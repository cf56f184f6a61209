import { expect } from 'vitest';
import type { JournalEntry, StepRecord } from '../../src/change/journalEntry';
import { sortAddresses } from '../../src/model/address';
import type { Network } from '../../src/model/network';
import type { Step } from '../../src/plan/plan';
import { transfersOf } from '../../src/plan/transfersOf';
import type { TestSandbox } from '../support/sandbox';

export interface Foreign {
  readonly networkInterfaceNo: string;
  readonly addresses: readonly string[];
}

export interface Finished {
  readonly before: Network;
  /** What the tree shows: the network with every read since. */
  readonly tree: Network;
  readonly entry: JournalEntry;
  /** Changes that ran at the same time: to this one they are somebody else's. */
  readonly others: readonly JournalEntry[];
  readonly state: Awaited<ReturnType<TestSandbox['state']>>;
  readonly requests: Awaited<ReturnType<TestSandbox['requests']>>;
  readonly foreign: readonly Foreign[];
  /** Faults that can keep the truth from anybody: stuck, unreadable, ambiguous or cancelled. */
  readonly mayBeUnknown: boolean;
  /** A call is carried out so long after its answer was lost that what a count gave may be anybody's. */
  readonly comesLate: boolean;
}

/** Holds what the journal and the tree believe against what the sandbox knows. Throws at the first lie. */
export function checkBelief(given: Finished): void {
  const finished = { ...given, foreign: [...given.foreign, ...given.others.flatMap(foreignOf)] };
  const { entry } = finished;
  expect(entry.state, 'an entry is left open').toBe('done');
  expect(entry.steps).toHaveLength(entry.plan.steps.length);
  for (const record of entry.steps) {
    checkReported(record, finished);
    checkAddresses(record, finished);
    checkSentOnce(record, finished);
    checkClaims(record, finished);
  }
  checkNothingElseChanged(finished);
  checkTree(finished);
}

const isSent = (record: StepRecord) => record.sentAt !== undefined;

/** What a change at the same time may have done to others: every address of what it sent, on either side. */
function foreignOf({ steps }: JournalEntry): Foreign[] {
  return steps.filter(isSent).flatMap(({ step, addresses }) => {
    const all = addresses.map(({ address }) => address);
    const sides = [step.networkInterfaceNo, ...step.takes.map(({ from }) => from)];
    return sides.map((networkInterfaceNo) => ({ networkInterfaceNo, addresses: all }));
  });
}

/** What a count claims the service must have given: an address that came without its call is somebody else's. */
function checkClaims({ step, chosen }: StepRecord, { requests, others, foreign }: Finished): void {
  if (chosen.length === 0 || others.length > 0) return;
  const isCarriedOut = requests.some(
    ({ action, applied, params }) =>
      applied && action === step.action && params.networkInterfaceNo === step.networkInterfaceNo,
  );
  // Somebody who is there in the moment of the loss cannot be told apart.
  if (!isCarriedOut && foreign.length === 0) expect(chosen, 'claimed without a call').toEqual([]);
}

function checkReported(record: StepRecord, { mayBeUnknown, comesLate }: Finished): void {
  const { step, state, result, reason, addresses, chosen } = record;
  expect(state).toBe('done');
  expect(result, 'no outcome').toBeDefined();
  for (const address of step.secondaryIps) expect(addresses.map((one) => one.address)).toContain(address);
  for (const one of addresses)
    if (one.result === 'unknown') expect(one.reason, 'unknown without a reason').toBeDefined();
  if (result === 'unknown') {
    expect(reason, 'unknown without a reason').toBeDefined();
    const mayBeAnybodys = comesLate && step.count > 0 && reason === 'ambiguous';
    expect(mayBeUnknown || mayBeAnybodys, 'unknown although it could be found out').toBe(true);
  }
  if (result === 'applied') expect(chosen).toHaveLength(step.count);
}

/** Secondary IPs by interface, as the sandbox has them. */
function truth({ state }: Pick<Finished, 'state'>): Map<string, readonly string[]> {
  const interfaces = state.regions.flatMap((region) => region.interfaces);
  return new Map(interfaces.map((one) => [one.networkInterfaceNo, one.secondaryIpList]));
}

function checkAddresses(record: StepRecord, finished: Finished): void {
  if (!isSent(record)) return;
  const { step, addresses } = record;
  const held = truth(finished);
  const several = finished.entry.plan.steps.length > 1 || finished.others.length > 0;
  for (const { address, result } of addresses) {
    // Somebody else may have had it again while a later step ran: what was true of this step need not be so any more.
    if (several && finished.foreign.some((other) => other.addresses.includes(address))) continue;
    if (several && finished.foreign.some((other) => other.networkInterfaceNo === step.networkInterfaceNo)) continue;
    if (several && isTouchedLater(record, address, finished)) continue;
    const isThere = (held.get(step.networkInterfaceNo) ?? []).includes(address);
    if (result === 'unknown') continue;
    const wants = (step.action === 'assignSecondaryIps') === (result === 'applied');
    expect(isThere, `${step.action} ${address} on ${step.networkInterfaceNo} is ${result}`).toBe(wants);
  }
}

function isTouchedLater({ step }: StepRecord, address: string, { entry }: Finished): boolean {
  const later = entry.steps.filter((other) => other.step.id > step.id && isSent(other));
  return later.some(({ addresses }) => addresses.some((one) => one.address === address));
}

/** However badly its answer was lost, a step reached the service once; a 429 turned the others away. */
function checkSentOnce({ step }: StepRecord, { requests, others }: Finished): void {
  const twins = others.flatMap(({ plan }) => plan.steps).filter((other) => isSameCall(other, step)).length;
  const own = requests.filter(
    ({ action, params }) =>
      action === step.action &&
      params.networkInterfaceNo === step.networkInterfaceNo &&
      Number(params.secondaryIpCount ?? 0) === step.count &&
      step.secondaryIps.every((address, index) => params[`secondaryIpList.${index + 1}`] === address) &&
      params[`secondaryIpList.${step.secondaryIps.length + 1}`] === undefined,
  );
  expect(own.filter(({ status }) => status !== 429).length, `step ${step.id} was sent more than once`).toBeLessThan(
    2 + twins,
  );
  expect(own.filter(({ applied }) => applied).length, `step ${step.id} was applied twice`).toBeLessThan(2 + twins);
}

function isSameCall(one: Step, other: Step): boolean {
  const call = ({ action, networkInterfaceNo, secondaryIps, count }: Step) =>
    JSON.stringify([action, networkInterfaceNo, secondaryIps, count]);
  return call(one) === call(other);
}

/**
 * Every address that changed hands is in the journal as applied, was changed by somebody else, is called unknown, or is
 * reported as gone unexpectedly (it was moved to an interface that somebody removed before it could be read).
 */
function checkNothingElseChanged(finished: Finished): void {
  const { before, entry, others, foreign } = finished;
  const held = truth(finished);
  const subnetOf = (no: string) => before.interface(no)?.subnetNo ?? '';
  const holdersBefore = new Map<string, string>();
  const holdersAfter = new Map<string, string>();
  for (const one of before.interfaces) {
    for (const address of one.secondaryIpList) holdersBefore.set(`${one.subnetNo} ${address}`, one.networkInterfaceNo);
  }
  for (const [no, addresses] of held) {
    if (!before.interface(no)) continue;
    for (const address of addresses) {
      expect(holdersAfter.get(`${subnetOf(no)} ${address}`), `${address} is on two interfaces`).toBeUndefined();
      holdersAfter.set(`${subnetOf(no)} ${address}`, no);
    }
  }
  const transfers = new Map(transfersOf(entry).map((one) => [`${one.subnetNo} ${one.address}`, one]));
  const excused = new Set(
    foreign.flatMap((one) => one.addresses.map((address) => `${subnetOf(one.networkInterfaceNo)} ${address}`)),
  );
  // What a change at the same time cannot know, this one cannot know either.
  const unknowns = [entry, ...others].flatMap(({ steps }) => steps.filter(({ result }) => result === 'unknown'));
  for (const key of new Set([...holdersBefore.keys(), ...holdersAfter.keys()])) {
    const [from, to] = [holdersBefore.get(key), holdersAfter.get(key)];
    const isOpen = unknowns.some(({ step }) => {
      const isListed = step.secondaryIps.some((address) => key === `${subnetOf(step.networkInterfaceNo)} ${address}`);
      return isListed || (step.count > 0 && to === step.networkInterfaceNo);
    });
    if (from === to || excused.has(key) || isOpen) continue;
    const transfer = transfers.get(key);
    // What a step brought to an interface that somebody removed later went with it.
    if (to === undefined && transfer?.to !== undefined && !held.has(transfer.to)) continue;
    if (to === undefined && !transfer && from !== undefined && isReportedGone(key, from, finished)) continue;
    expect({ from: transfer?.from, to: transfer?.to }, `${key} went from ${from ?? '-'} to ${to ?? '-'}`).toEqual({
      from,
      to,
    });
  }
}

function isReportedGone(key: string, from: string, { entry }: Finished): boolean {
  const reports = entry.steps.flatMap(({ unexpected = [] }) => unexpected);
  return reports.some(
    ({ networkInterfaceNo, disappeared }) =>
      networkInterfaceNo === from && disappeared.some((address) => key.endsWith(` ${address}`)),
  );
}

/** Where everything came to rest and the last list of an interface did not lag, the tree shows what is. */
function checkTree(finished: Finished): void {
  const { entry, tree, requests, foreign } = finished;
  if (foreign.length > 0) return;
  const held = truth(finished);
  for (const { step, settled } of entry.steps.filter(isSent)) {
    if (!settled) continue;
    for (const no of [step.networkInterfaceNo, ...step.takes.map(({ from }) => from)]) {
      const lists = requests.filter(({ action, params }) => {
        return action === 'getNetworkInterfaceList' && Object.values(params).includes(no);
      });
      if (lists.at(-1)?.fault === 'staleList') continue;
      // The account keeps them in the order they came, the tree in the order of their numbers.
      const there = held.get(no);
      const shown = tree.interface(no)?.secondaryIpList;
      expect(shown, `what the tree shows of ${no}`).toEqual(there && sortAddresses(there));
    }
  }
}
