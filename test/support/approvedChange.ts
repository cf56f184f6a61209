import { expect } from 'vitest';
import type { ArrivedRequest, SandboxControls } from './sandboxControls';

/** One side of an interface in an answer of planChange or planUndo. */
interface ToldInterface {
  readonly interface: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly gains: readonly string[];
  readonly loses: readonly string[];
}

/** A plan as planChange or planUndo told it to the assistant. */
export interface ToldPlan {
  readonly planId: string;
  readonly digest: string;
  readonly calls: number;
  readonly interfaces: readonly ToldInterface[];
  readonly losers: readonly { readonly interface: string }[];
}

/** The secondary IPs of every interface, by its number. */
export type Held = ReadonlyMap<string, readonly string[]>;

/** What the sandbox holds now. Addresses of `but` are left out: somebody else changes those. */
export async function heldIn(sandbox: Pick<SandboxControls, 'state'>, but: readonly string[] = []): Promise<Held> {
  const { regions } = await sandbox.state();
  return new Map(
    regions.flatMap(({ interfaces }) =>
      interfaces.map((one) => [one.networkInterfaceNo, without(one.secondaryIpList, but)] as const),
    ),
  );
}

/** What was sent and what became of it, from the yes to the end of the call. */
export interface Carried {
  readonly before: Held;
  readonly after: Held;
  readonly writes: readonly ArrivedRequest[];
  /** Whether the answer says that all of it was applied. */
  readonly isWhole: boolean;
  readonly but?: readonly string[];
}

/**
 * Holds what reached the sandbox against the plan that a person said yes to: exactly its addresses on exactly its interfaces,
 * each sent once, nothing chosen by the service, nothing taken that the plan does not take; and no other interface is different.
 */
export function expectApproved(plan: ToldPlan, { before, after, writes, isWhole, but = [] }: Carried): void {
  const wanted = wishesOf(plan);
  const sent = writes.flatMap(({ action, params }) => {
    expect(params, 'an address that the service chooses').not.toHaveProperty('secondaryIpCount');
    return addressesIn(params).map((address) => `${action} ${params.networkInterfaceNo} ${address}`);
  });
  expect(writes.length, 'more calls than the plan says').toBeLessThanOrEqual(plan.calls);
  expect(
    sent.filter((one, at) => !wanted.includes(one) || sent.indexOf(one) !== at),
    'sent, but not approved',
  ).toEqual([]);
  const taken = plan.interfaces.flatMap(({ gains }) => gains.filter((one) => isLost(plan, one)));
  for (const { action, params } of writes) {
    const isTaking = addressesIn(params).some((one) => taken.includes(one));
    if (action === 'assignSecondaryIps')
      expect(params.allowReassign === 'true', 'takes what others hold').toBe(isTaking);
  }
  if (isWhole) expect([...sent].sort(), 'approved, but not sent').toEqual([...wanted].sort());
  for (const [no, held] of after) {
    const told = plan.interfaces.find((one) => one.interface === no);
    if (!told) expect(held, `interface ${no} is none of the plan's`).toEqual(before.get(no));
    else if (isWhole) expect(sorted(held), `interface ${no}`).toEqual(sorted(without(told.after, but)));
  }
}

/** What a plan says is to be sent. What one interface takes from another one is sent once, by the one that gets it. */
function wishesOf(plan: ToldPlan): string[] {
  const gained = plan.interfaces.flatMap(({ gains }) => gains);
  return plan.interfaces.flatMap(({ interface: no, gains, loses }) => [
    ...gains.map((address) => `assignSecondaryIps ${no} ${address}`),
    ...loses.filter((one) => !gained.includes(one)).map((address) => `unassignSecondaryIps ${no} ${address}`),
  ]);
}

function isLost({ interfaces }: ToldPlan, address: string): boolean {
  return interfaces.some(({ loses }) => loses.includes(address));
}

function addressesIn(params: ArrivedRequest['params']): string[] {
  return Object.entries(params).flatMap(([name, value]) => (/^secondaryIpList\.\d+$/.test(name) ? [value] : []));
}

const without = (list: readonly string[], but: readonly string[]): string[] => list.filter((one) => !but.includes(one));
const sorted = (list: readonly string[]): string[] => [...list].sort();
