import { maxSecondaryIps } from '../model/networkInterface';
import type { Step } from './plan';
import type { InterfaceAddresses } from './verifyStep';

/** How the world differs from what a step was planned for, in a way that matters. */
export type Drift =
  | { readonly kind: 'interfaceGone'; readonly networkInterfaceNo: string }
  | { readonly kind: 'noLongerThere'; readonly address: string; readonly networkInterfaceNo: string }
  | { readonly kind: 'alreadyThere'; readonly address: string; readonly networkInterfaceNo: string }
  /** `networkInterfaceNo` got hold of an address that was unseen when the plan was made. */
  | { readonly kind: 'takenMeanwhile'; readonly address: string; readonly networkInterfaceNo: string }
  | { readonly kind: 'noRoom'; readonly networkInterfaceNo: string; readonly has: number; readonly wants: number }
  | { readonly kind: 'settling'; readonly networkInterfaceNo: string };

/** Interfaces a step gains for or loses from. */
export function touchedBy(step: Step): string[] {
  return [...new Set([step.networkInterfaceNo, ...step.takes.map(({ from }) => from)])];
}

/**
 * Compares a step with the interfaces as just read. Names, descriptions and other addresses may differ as they like.
 * `others` are further interfaces of the subnet that turned out to hold an address of the step.
 */
export function stepDrift(
  step: Step,
  now: readonly InterfaceAddresses[],
  others: readonly InterfaceAddresses[] = [],
): Drift | undefined {
  const lists = new Map(now.map((one) => [one.networkInterfaceNo, one.secondaryIpList]));
  const gone = touchedBy(step).find((no) => !lists.has(no));
  if (gone !== undefined) return { kind: 'interfaceGone', networkInterfaceNo: gone };
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
    const planned = step.takes.find((take) => take.address === address)?.from;
    const holder = [...now, ...others].find(
      (one) => one.networkInterfaceNo !== planned && one.secondaryIpList.includes(address),
    );
    if (holder) return { kind: 'takenMeanwhile', address, networkInterfaceNo: holder.networkInterfaceNo };
  }
  const wants = secondaryIps.length + step.count;
  if (has.length + wants <= maxSecondaryIps) return undefined;
  return { kind: 'noRoom', networkInterfaceNo, has: has.length, wants };
}
