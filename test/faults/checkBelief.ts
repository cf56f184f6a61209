import { expect } from 'vitest';
import type { JournalEntry, StepRecord } from '../../src/change/journalEntry';
import { sortAddresses } from '../../src/model/address';
import type { Step } from '../../src/plan/plan';
import { checkNothingElseChanged } from './checkNothingElseChanged';
import { truth, type Finished } from './finished';
import type { Foreign } from './order';

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
