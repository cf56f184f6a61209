import { describe, expect, it } from 'vitest';
import type { IntentItem } from '../../../src/plan/intent';
import { planChange } from '../../../src/plan/planChange';
import { planLine } from '../../../src/words/planLine';
import { threeInterfaces } from '../../support/threeInterfaces';

function lineOf(...items: readonly IntentItem[]): string {
  const result = planChange({ items }, threeInterfaces());
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return planLine(result.plan);
}

describe('planLine', () => {
  const to = { kind: 'assign', networkInterfaceNo: '701236' } as const;
  const from = { kind: 'unassign', networkInterfaceNo: '701252' } as const;

  it.each<[string, readonly IntentItem[]]>([
    ['Assign 10.0.10.11 → web-01/eth0', [{ ...to, secondaryIps: ['10.0.10.11'] }]],
    ['Assign 10.0.10.11 +2 → web-01/eth0', [{ ...to, secondaryIps: ['10.0.10.11', '10.0.10.12'], count: 1 }]],
    ['Assign 2 secondary IPs → web-01/eth0', [{ ...to, secondaryIps: [], count: 2 }]],
    ['Unassign 10.0.10.30 ← vip-holder', [{ ...from, secondaryIps: ['10.0.10.30'] }]],
    ['Move 10.0.10.20: web-02/eth0 → web-01/eth0', [{ ...to, kind: 'move', secondaryIps: ['10.0.10.20'] }]],
    [
      'Move 10.0.10.20 +1: 2 interfaces → web-01/eth0',
      [{ ...to, kind: 'move', secondaryIps: ['10.0.10.20', '10.0.10.30'] }],
    ],
    [
      'Assign 10.0.10.11 +1 → web-01/eth0',
      [{ ...to, secondaryIps: ['10.0.10.20', '10.0.10.11'], allowReassign: true }],
    ],
    ['Take over 10.0.10.20: web-02/eth0 → web-01/eth0', [{ ...to, secondaryIps: ['10.0.10.20'], allowReassign: true }]],
    [
      'Unassign 10.0.10.20 +1 ← 2 interfaces',
      [
        { ...from, networkInterfaceNo: '701237', secondaryIps: ['10.0.10.20'] },
        { ...from, secondaryIps: ['10.0.10.30'] },
      ],
    ],
  ])('%s', (line, items) => expect(lineOf(...items)).toBe(line));
});
