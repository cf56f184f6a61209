import { maxSecondaryIps, type NetworkInterface } from '../model/networkInterface';
import type { InterfaceChange, Step } from './plan';

/** How the world differs from what a step was planned for, in a way that matters. */
export type Drift =
  | { readonly kind: 'interfaceGone'; readonly networkInterfaceNo: string }
  /** The number is in another subnet, or has another primary address: it is not the interface that was planned for. */
  | { readonly kind: 'otherInterface'; readonly networkInterfaceNo: string }
  /** It was attached elsewhere, or detached, since the plan was made. */
  | { readonly kind: 'otherOwner'; readonly networkInterfaceNo: string }
  | { readonly kind: 'noLongerThere'; readonly address: string; readonly networkInterfaceNo: string }
  | { readonly kind: 'alreadyThere'; readonly address: string; readonly networkInterfaceNo: string }
  /** `networkInterfaceNo` got hold of an address that was unseen when the plan was made. */
  | { readonly kind: 'takenMeanwhile'; readonly address: string; readonly networkInterfaceNo: string }
  | { readonly kind: 'noRoom'; readonly networkInterfaceNo: string; readonly has: number; readonly wants: number }
  | { readonly kind: 'settling'; readonly networkInterfaceNo: string };

/** An interface as it was when the plan was made, in what must not have changed. */
export type PlannedInterface = Pick<
  InterfaceChange,
  'networkInterfaceNo' | 'subnetNo' | 'primary' | 'instanceNo' | 'instanceType'
>;

/** Interfaces a step gains for or loses from. */
export function touchedBy(step: Step): string[] {
  return [...new Set([step.networkInterfaceNo, ...step.takes.map(({ from }) => from)])];
}

/**
 * Compares a step with the interfaces as just read. Names, descriptions and other addresses may differ as they like; subnet,
 * primary address and owner may not.
 */
export function stepDrift(
  step: Step,
  now: readonly NetworkInterface[],
  planned: readonly PlannedInterface[] = [],
): Drift | undefined {
  const lists = new Map(now.map((one) => [one.networkInterfaceNo, one.secondaryIpList]));
  const gone = touchedBy(step).find((no) => !lists.has(no));
  if (gone !== undefined) return { kind: 'interfaceGone', networkInterfaceNo: gone };
  const other = now.flatMap((one) => otherIdentity(one, planned) ?? [])[0];
  if (other) return other;
  const { networkInterfaceNo, secondaryIps } = step;
  const has = lists.get(networkInterfaceNo) ?? [];

  if (step.action === 'unassignSecondaryIps') {
    const lost = secondaryIps.find((address) => !has.includes(address));
    return lost === undefined ? undefined : { kind: 'noLongerThere', address: lost, networkInterfaceNo };
  }
  for (const { address, from } of step.takes) {
    if (!lists.get(from)?.includes(address)) return { kind: 'noLongerThere', address, networkInterfaceNo: from };
  }
  for (const address of secondaryIps) {
    if (has.includes(address)) return { kind: 'alreadyThere', address, networkInterfaceNo };
    const from = step.takes.find((take) => take.address === address)?.from;
    const holder = now.find((one) => one.networkInterfaceNo !== from && one.secondaryIpList.includes(address));
    if (holder) return { kind: 'takenMeanwhile', address, networkInterfaceNo: holder.networkInterfaceNo };
  }
  const wants = secondaryIps.length + step.count;
  if (has.length + wants <= maxSecondaryIps) return undefined;
  return { kind: 'noRoom', networkInterfaceNo, has: has.length, wants };
}

/** Whether this is the interface that was planned for: in its subnet, with its primary address. Neither can be changed. */
export function isSameInterface(now: NetworkInterface, planned: readonly PlannedInterface[]): boolean {
  const was = planned.find((one) => one.networkInterfaceNo === now.networkInterfaceNo);
  return !was || (was.subnetNo === now.subnetNo && was.primary === now.ip);
}

function otherIdentity(now: NetworkInterface, planned: readonly PlannedInterface[]): Drift | undefined {
  const { networkInterfaceNo } = now;
  const was = planned.find((one) => one.networkInterfaceNo === networkInterfaceNo);
  if (!was) return undefined;
  if (!isSameInterface(now, planned)) return { kind: 'otherInterface', networkInterfaceNo };
  // The type is optional on the wire: one reading may lack it.
  const type = now.instanceType?.code;
  const isOtherType = type !== undefined && was.instanceType !== undefined && type !== was.instanceType;
  return was.instanceNo !== now.instanceNo || isOtherType ? { kind: 'otherOwner', networkInterfaceNo } : undefined;
}
