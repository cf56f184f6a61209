import type { NetworkInterface } from '../model/networkInterface';
import type { InterfaceChange, Step } from './plan';
import { stepActions, type Drift } from './stepActions';

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
  const there = new Set(now.map(({ networkInterfaceNo }) => networkInterfaceNo));
  const gone = touchedBy(step).find((no) => !there.has(no));
  if (gone !== undefined) return { kind: 'interfaceGone', networkInterfaceNo: gone };
  const other = now.flatMap((one) => otherIdentity(one, planned) ?? [])[0];
  return other ?? stepActions[step.action].drift(step, now);
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
