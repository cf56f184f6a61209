import { describe, expect, it } from 'vitest';
import { failedItems } from '../../../src/plan/failedItems';
import type { Step } from '../../../src/plan/plan';

const step: Step = {
  id: 1,
  action: 'assignSecondaryIps',
  networkInterfaceNo: '1',
  secondaryIps: ['10.0.10.11', '10.0.10.12'],
  count: 2,
  allowReassign: false,
  takes: [],
  items: [0],
};

describe('failedItems', () => {
  it('asks again for what is missing only', () => {
    const addresses = [
      { address: '10.0.10.11', result: 'applied' },
      { address: '10.0.10.12', result: 'notApplied' },
      { address: '10.0.10.7', result: 'applied' },
    ] as const;
    expect(failedItems({ steps: [{ step, addresses, result: 'partly' }] })).toMatchObject([
      { kind: 'assign', secondaryIps: ['10.0.10.12'], count: 1 },
    ]);
  });

  it('asks for nothing where everything is applied', () => {
    const addresses = ['10.0.10.11', '10.0.10.12', '10.0.10.7', '10.0.10.8'].map(
      (address) => ({ address, result: 'applied' }) as const,
    );
    expect(failedItems({ steps: [{ step, addresses, result: 'applied' }] })).toEqual([]);
  });

  it('never repeats a count whose result is unknown: it could be there already', () => {
    const addresses = step.secondaryIps.map(
      (address) => ({ address, result: 'unknown', reason: 'unreadable' }) as const,
    );
    const [item] = failedItems({ steps: [{ step, addresses, result: 'unknown' }] });
    expect(item).toMatchObject({ secondaryIps: step.secondaryIps });
    expect(item).not.toHaveProperty('count');
  });

  it('takes again only what was to be taken: no newcomer is robbed of the rest', () => {
    const takes = [{ address: '10.0.10.12', from: '2' }];
    const takeover: Step = { ...step, allowReassign: true, takes };
    expect(failedItems({ steps: [{ step: takeover, addresses: [], result: 'notApplied' }] })).toEqual([
      { kind: 'assign', networkInterfaceNo: '1', secondaryIps: ['10.0.10.12'], allowReassign: true },
      { kind: 'assign', networkInterfaceNo: '1', secondaryIps: ['10.0.10.11'], allowReassign: false, count: 2 },
    ]);
  });

  it('asks for one item where only the takeover is left', () => {
    const takeover: Step = { ...step, count: 0, allowReassign: true, takes: [{ address: '10.0.10.12', from: '2' }] };
    const addresses = [{ address: '10.0.10.11', result: 'applied' }] as const;
    expect(failedItems({ steps: [{ step: takeover, addresses, result: 'partly' }] })).toEqual([
      { kind: 'assign', networkInterfaceNo: '1', secondaryIps: ['10.0.10.12'], allowReassign: true },
    ]);
  });

  it('takes off again what is still there', () => {
    const off: Step = { ...step, action: 'unassignSecondaryIps', count: 0 };
    const addresses = [
      { address: '10.0.10.11', result: 'applied' },
      { address: '10.0.10.12', result: 'notApplied' },
    ] as const;
    expect(failedItems({ steps: [{ step: off, addresses }] })).toEqual([
      { kind: 'unassign', networkInterfaceNo: '1', secondaryIps: ['10.0.10.12'] },
    ]);
  });
});
