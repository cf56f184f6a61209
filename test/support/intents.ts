import type { IntentItem } from '../../src/plan/intent';

const addresses =
  (kind: 'assign' | 'unassign' | 'move') =>
  (networkInterfaceNo: string, ...secondaryIps: string[]): IntentItem => ({ kind, networkInterfaceNo, secondaryIps });

/** What is wanted of an interface, as the tests say it. */
export const assign = addresses('assign');
export const unassign = addresses('unassign');
export const move = addresses('move');

/** As many as NAVER Cloud shall choose. */
export const count = (networkInterfaceNo: string, n: number): IntentItem => ({
  kind: 'assign',
  networkInterfaceNo,
  secondaryIps: [],
  count: n,
});
