import { describe, expect, it } from 'vitest';
import type { IntentItem } from '../../../src/plan/intent';
import type { Plan } from '../../../src/plan/plan';
import { planChange } from '../../../src/plan/planChange';
import { differenceText, planTitle, roomText, sideText, stepText } from '../../../src/words/changeText';
import { planVerb } from '../../../src/features/change/planVerb';
import { buildPlan, buildStep } from '../../support/buildEntry';
import { threeInterfaces } from '../../support/threeInterfaces';

function planOf(...items: readonly IntentItem[]): Plan {
  const result = planChange({ items }, threeInterfaces());
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.plan;
}
const assign = { kind: 'assign', networkInterfaceNo: '701236', secondaryIps: ['10.0.10.11', '10.0.10.12'] } as const;
const takeover = { ...assign, secondaryIps: ['10.0.10.20'], allowReassign: true } as const;

describe('planTitle', () => {
  const held = { kind: 'unassign', networkInterfaceNo: '701252' } as const;
  const vips = ['10.0.10.30', '10.0.10.31', '10.0.10.32', '10.0.10.33'];
  it.each<[string, readonly IntentItem[]]>([
    ['Assign 10.0.10.11, 10.0.10.12 to web-01/eth0', [assign]],
    ['Assign 10.0.10.11, 10.0.10.12, 1 chosen by NAVER Cloud to web-01/eth0', [{ ...assign, count: 1 }]],
    ['Assign 2 secondary IPs to web-01/eth0', [{ ...assign, secondaryIps: [], count: 2 }]],
    ['Unassign 10.0.10.30 from vip-holder', [{ ...held, secondaryIps: ['10.0.10.30'] }]],
    ['Unassign 10.0.10.30, 10.0.10.31 and 2 more from vip-holder', [{ ...held, secondaryIps: vips }]],
    [
      'Unassign 10.0.10.20, 10.0.10.30 from 2 interfaces',
      [
        { ...held, networkInterfaceNo: '701237', secondaryIps: ['10.0.10.20'] },
        { ...held, secondaryIps: ['10.0.10.30'] },
      ],
    ],
    ['Take over 10.0.10.20 from web-02/eth0 for web-01/eth0', [takeover]],
    [
      'Assign 10.0.10.11, 10.0.10.20 to web-01/eth0, taking over 10.0.10.20',
      [{ ...takeover, secondaryIps: ['10.0.10.20', '10.0.10.11'] }],
    ],
    ['Move 10.0.10.20 from web-02/eth0 to web-01/eth0', [{ ...assign, kind: 'move', secondaryIps: ['10.0.10.20'] }]],
    [
      'Move 10.0.10.20, 10.0.10.30 from 2 interfaces to web-01/eth0',
      [{ ...assign, kind: 'move', secondaryIps: ['10.0.10.20', '10.0.10.30'] }],
    ],
    [
      'Assign 10.0.10.11, 10.0.10.12, 10.0.10.40 to 2 interfaces',
      [assign, { ...assign, networkInterfaceNo: '701237', secondaryIps: ['10.0.10.40'] }],
    ],
    [
      'Change 2 interfaces: assign 10.0.10.11, 10.0.10.12; unassign 10.0.10.30',
      [assign, { ...held, secondaryIps: ['10.0.10.30'] }],
    ],
  ])('%s', (title, items) => expect(planTitle(planOf(...items))).toBe(title));

  it('says that a change takes another one back', () => {
    expect(planTitle(buildPlan({ undoes: 'entry-0' }))).toBe('Undo: Assign 10.0.10.11, 10.0.10.12 to web-01/eth0');
    const redo = buildPlan({ undoes: 'entry-0', isRedo: true });
    expect(planTitle(redo)).toBe('Redo: Assign 10.0.10.11, 10.0.10.12 to web-01/eth0');
  });
});

describe('planVerb', () => {
  const off = { kind: 'unassign', networkInterfaceNo: '701252', secondaryIps: ['10.0.10.30'] } as const;
  it.each<[string, readonly IntentItem[]]>([
    ['Assign', [assign]],
    ['Unassign', [off]],
    ['Take Over', [takeover]],
    ['Move', [{ ...assign, kind: 'move', secondaryIps: ['10.0.10.20'] }]],
    ['Apply', [assign, off]],
  ])('%s', (verb, items) => expect(planVerb(planOf(...items))).toBe(verb));

  it('is Undo or Redo for what takes a change back, whatever that does', () => {
    const plan = buildPlan({ undoes: 'entry-0' });
    expect([planVerb(plan), planVerb({ ...plan, isRedo: true })]).toEqual(['Undo', 'Redo']);
  });
});

describe('changeText', () => {
  it('shows room and difference, what the service chooses as a number', () => {
    const { changes } = planOf({ ...takeover, count: 2 });
    expect(changes.map((one) => [one.networkInterfaceNo, roomText(one), differenceText(one)])).toEqual([
      ['701236', '0/5 → 3/5', '+ 10.0.10.20  + 2 chosen by NAVER Cloud'],
      ['701237', '2/5 → 1/5', '− 10.0.10.20'],
    ]);
  });

  it('shows one side as a list, an empty one in words', () => {
    expect(sideText(['10.0.10.11'], 1)).toBe('10.0.10.11, 1 chosen by NAVER Cloud');
    expect(sideText([])).toBe('none');
  });
});

describe('stepText', () => {
  it('shows a call with the parameters as they go over the wire', () => {
    const step = buildStep({ count: 2, allowReassign: true });
    expect(stepText(step)).toBe(
      'assignSecondaryIps networkInterfaceNo=701236 secondaryIpList.1=10.0.10.11 secondaryIpList.2=10.0.10.12 secondaryIpCount=2 allowReassign=true',
    );
  });

  it('leaves away what is not sent', () => {
    const step = buildStep({ action: 'unassignSecondaryIps', secondaryIps: ['10.0.10.11'] });
    expect(stepText(step)).toBe('unassignSecondaryIps networkInterfaceNo=701236 secondaryIpList.1=10.0.10.11');
  });
});
