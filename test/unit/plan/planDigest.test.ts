import { expect, test } from 'vitest';
import type { Plan } from '../../../src/plan/plan';
import { planDigest } from '../../../src/plan/planDigest';
import { buildPlan } from '../../support/buildEntry';

const step: Plan['steps'][number] = {
  id: 1,
  action: 'assignSecondaryIps',
  networkInterfaceNo: '100',
  secondaryIps: ['10.0.1.7'],
  count: 0,
  allowReassign: false,
  takes: [],
  items: [0],
};
const plan: Plan = { version: 1, regionCode: 'KR', steps: [step], changes: [], warnings: [] };

test('does not depend on the order in which a plan was put together', () => {
  const { version, regionCode, steps, changes, warnings } = plan;
  expect(planDigest({ warnings, changes, steps, regionCode, version })).toBe(planDigest(plan));
  expect(planDigest(plan)).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ['another region', { ...plan, regionCode: 'SGN' }],
  ['another address', { ...plan, steps: [{ ...step, secondaryIps: ['10.0.1.8'] }] }],
  ['another order', { ...plan, steps: [step, { ...step, id: 2 }] }],
  ['a new warning', { ...plan, warnings: [{ kind: 'guestOs', networkInterfaceNo: '100' } as const] }],
])('is another one for %s', (_what, other) => {
  expect(planDigest(other)).not.toBe(planDigest(plan));
});

test('is there also for a name with half a character in it', () => {
  const [change] = buildPlan().changes;
  const hostile = { ...plan, changes: [{ ...change!, networkInterfaceName: 'a\ud800b' }] };
  expect(planDigest(hostile)).toMatch(/^[0-9a-f]{64}$/);
});
