import { expect } from 'vitest';
import { transfersOf } from '../../src/plan/transfersOf';
import { truth, type Finished } from './finished';

/**
 * Every address that changed hands is in the journal as applied, was changed by somebody else, is called unknown, or is
 * reported as gone unexpectedly (it was moved to an interface that somebody removed before it could be read).
 */
export function checkNothingElseChanged(finished: Finished): void {
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
