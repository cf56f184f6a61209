import { expect } from 'vitest';
import type { JournalEntry } from '../../src/change/journalEntry';
import type { Network } from '../../src/model/network';
import type { Step } from '../../src/plan/plan';
import { touchedBy } from '../../src/plan/stepDrift';
import type { ArrivedRequest } from '../support/sandboxControls';
import { newOwner, type OrderedForeign } from './order';

/** One command and what ran beside it. */
interface Played {
  readonly before: Network;
  readonly entries: readonly JournalEntry[];
  /** In the order they came. */
  readonly requests: readonly ArrivedRequest[];
  readonly foreign: readonly OrderedForeign[];
  /** The interface that another owner gets where that was ordered. */
  readonly newOwnerOf: string | undefined;
  /** A list that lags was ordered. */
  readonly mayLag: boolean;
}

/** A change by somebody else that happened with this request. */
interface Happened extends OrderedForeign {
  readonly seq: number;
}

/** A write that was carried out, with the last look of its interfaces before it. */
interface Write {
  readonly step: Step;
  readonly request: ArrivedRequest;
  readonly look: ArrivedRequest;
}

/**
 * Every write rests on a look of its own, and what that look showed was heeded: an address that somebody else got before it
 * is taken from nobody but who the plan names, and an interface with another owner is left alone. What happens between a
 * look and its write nobody can see.
 */
export function checkNotRobbed(played: Played): void {
  const happened = foreignIn(played);
  for (const write of writesOf(played)) {
    if (!isHonest(write.look, played)) continue;
    for (const address of write.step.secondaryIps) checkHolder(address, write, happened, played);
    checkOwner(write, played);
  }
}

/**
 * The ordered changes wait in line for calls of their action. One that cannot be made, of an interface that an earlier one
 * removed, is none, and its call gets no answer.
 */
function foreignIn({ requests, foreign }: Played): Happened[] {
  const waiting = [...foreign];
  return requests.flatMap(({ seq, action, fault, status }) => {
    const index = waiting.findIndex((one) => one.action === action && one.fault === fault);
    const met = index < 0 ? [] : waiting.splice(index, 1);
    return typeof status === 'number' ? met.map((one) => ({ ...one, seq })) : [];
  });
}

/** Throws where a write went out without a look since it was turned away the last time. */
function writesOf({ entries, requests }: Played): Write[] {
  return entries.flatMap(({ steps }) =>
    steps.flatMap(({ step }) => {
      const tries = requests.filter((request) => isCallOf(step, request));
      return tries.flatMap((request, index): Write[] => {
        const earliest = tries[index - 1]?.seq ?? 0;
        const look = requests.findLast(({ seq, action, params }) => {
          const isBefore = seq < request.seq && seq > earliest;
          const numbers = Object.values(params);
          return (
            isBefore && action === 'getNetworkInterfaceList' && touchedBy(step).every((no) => numbers.includes(no))
          );
        });
        if (!look) return expect.fail(`step ${step.id} was sent without a look`);
        return request.applied ? [{ step, request, look }] : [];
      });
    }),
  );
}

function isCallOf({ action, networkInterfaceNo, secondaryIps, count }: Step, { action: name, params }: ArrivedRequest) {
  const listed = Object.entries(params).flatMap(([key, value]) => (key.startsWith('secondaryIpList.') ? value : []));
  return (
    name === action &&
    params.networkInterfaceNo === networkInterfaceNo &&
    Number(params.secondaryIpCount ?? 0) === count &&
    listed.join() === secondaryIps.join()
  );
}

/** Whether a look shows what is. A list that lags does so behind any other fault, which then gives the look its name. */
function isHonest({ status, fault }: ArrivedRequest, { mayLag }: Played): boolean {
  if (status !== 200) return false;
  return fault === undefined || (!mayLag && (fault === 'foreignChange' || fault === 'ownerChanged'));
}

function checkHolder(
  address: string,
  { step, request, look }: Write,
  happened: Happened[],
  { before, requests }: Played,
) {
  if (step.action !== 'assignSecondaryIps') return;
  const subnetOf = (no: string) => before.interface(no)?.subnetNo;
  const subnetNo = subnetOf(step.networkInterfaceNo);
  const isAbout = (one: Happened) => one.addresses.includes(address) && subnetOf(one.networkInterfaceNo) === subnetNo;
  const last = happened.findLast((one) => one.seq <= look.seq && isAbout(one));
  if (last?.kind !== 'assign' || last.networkInterfaceNo === step.networkInterfaceNo) return;
  const isMovedSince = requests.some(
    ({ seq, applied, params }) =>
      applied && seq > last.seq && seq < request.seq && Object.values(params).includes(address),
  );
  if (isMovedSince) return;
  const from = step.takes.find((take) => take.address === address)?.from;
  expect(from, `${address} was taken from ${last.networkInterfaceNo}, who got it meanwhile`).toBe(
    last.networkInterfaceNo,
  );
}

function checkOwner({ step, look }: Write, { before, requests, newOwnerOf }: Played): void {
  if (newOwnerOf === undefined || !touchedBy(step).includes(newOwnerOf)) return;
  // An earlier command may have met the same.
  if (before.interface(newOwnerOf)?.instanceNo === newOwner) return;
  const isSeen = requests.some(({ seq, fault }) => fault === 'ownerChanged' && seq <= look.seq);
  expect(isSeen, `step ${step.id} changed ${newOwnerOf}, which has another owner`).toBe(false);
}
