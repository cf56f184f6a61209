import type { Plan, Step } from '../plan/plan';
import { touchedBy } from '../plan/stepDrift';

/**
 * The earlier steps each step has to wait for, by step id: those on an interface it touches, those that list an address
 * it lists, and, around a call that leaves the choice to the service, everything in the same subnet.
 */
export function stepOrder(plan: Plan): Map<number, readonly Step[]> {
  const subnets = new Map(plan.changes.map((change) => [change.networkInterfaceNo, change.subnetNo]));
  const subnetOf = (step: Step) => subnets.get(step.networkInterfaceNo);
  const waitsFor = (later: Step, earlier: Step): boolean => {
    const touched = touchedBy(later);
    if (touchedBy(earlier).some((no) => touched.includes(no))) return true;
    if (earlier.secondaryIps.some((address) => later.secondaryIps.includes(address))) return true;
    return later.count + earlier.count > 0 && subnetOf(later) === subnetOf(earlier);
  };
  return new Map(
    plan.steps.map((step, index) => [step.id, plan.steps.slice(0, index).filter((earlier) => waitsFor(step, earlier))]),
  );
}
