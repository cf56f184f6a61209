import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/plan/plan';
import { verifyStep, type InterfaceAddresses } from '../../../src/plan/verifyStep';

function step(changes: Partial<Step>): Step {
  return {
    id: 1,
    action: 'assignSecondaryIps',
    networkInterfaceNo: '1',
    secondaryIps: [],
    count: 0,
    allowReassign: false,
    takes: [],
    items: [0],
    ...changes,
  };
}
const nic = (networkInterfaceNo: string, ...secondaryIpList: string[]): InterfaceAddresses => ({
  networkInterfaceNo,
  secondaryIpList,
});

describe('verifyStep: listed addresses', () => {
  const assign = step({ secondaryIps: ['10.0.10.11', '10.0.10.12'] });

  it('tells applied, not applied and partly by what the interface holds', () => {
    const before = [nic('1')];
    expect(verifyStep({ step: assign, before, after: [nic('1', '10.0.10.12', '10.0.10.11')] }).result).toBe('applied');
    expect(verifyStep({ step: assign, before, after: before }).result).toBe('notApplied');
    expect(verifyStep({ step: assign, before, after: [nic('1', '10.0.10.11')] })).toMatchObject({
      result: 'partly',
      addresses: [
        { address: '10.0.10.11', result: 'applied' },
        { address: '10.0.10.12', result: 'notApplied' },
      ],
    });
  });

  it('calls an assignment to an interface that is gone not applied, and taking off it applied', () => {
    const off = step({ action: 'unassignSecondaryIps', secondaryIps: ['10.0.10.11'] });
    expect(verifyStep({ step: assign, before: [nic('1')], after: [] }).result).toBe('notApplied');
    expect(verifyStep({ step: off, before: [nic('1', '10.0.10.11')], after: [] }).result).toBe('applied');
  });

  it('does not decide while both sides of a takeover show the address', () => {
    const take = step({ secondaryIps: ['10.0.10.11'], takes: [{ address: '10.0.10.11', from: '2' }] });
    const before = [nic('1'), nic('2', '10.0.10.11')];
    const both = verifyStep({ step: take, before, after: [nic('1', '10.0.10.11'), nic('2', '10.0.10.11')] });
    expect(both).toMatchObject({ result: 'unknown', reason: 'stillChanging' });
    expect(verifyStep({ step: take, before, after: [nic('1', '10.0.10.11'), nic('2')] }).result).toBe('applied');
  });

  it('names what came and went that nobody planned', () => {
    const { unexpected } = verifyStep({
      step: assign,
      before: [nic('1', '10.0.10.30')],
      after: [nic('1', '10.0.10.11', '10.0.10.12', '10.0.10.40')],
    });
    expect(unexpected).toEqual([{ networkInterfaceNo: '1', appeared: ['10.0.10.40'], disappeared: ['10.0.10.30'] }]);
  });
});

describe('verifyStep: a takeover whose target is gone', () => {
  it('is not applied, and what the holder lost all the same is told', () => {
    const take = step({ secondaryIps: ['10.0.10.11'], takes: [{ address: '10.0.10.11', from: '2' }] });
    const before = [nic('1'), nic('2', '10.0.10.11', '10.0.10.12')];
    expect(verifyStep({ step: take, before, after: [nic('2', '10.0.10.12')] })).toMatchObject({
      result: 'notApplied',
      unexpected: [{ networkInterfaceNo: '2', appeared: [], disappeared: ['10.0.10.11'] }],
    });
  });
});

describe('verifyStep: addresses of the service’s choice', () => {
  const two = step({ count: 2 });
  const before = [nic('1', '10.0.10.30')];

  it('reads them off the answer, where they stand last', () => {
    const after = [nic('1', '10.0.10.30', '10.0.10.99', '10.0.10.6', '10.0.10.8')];
    const verdict = verifyStep({ step: two, before, after, answered: after[0]!.secondaryIpList });
    expect(verdict).toMatchObject({ result: 'applied', chosen: ['10.0.10.6', '10.0.10.8'] });
    expect(verdict.unexpected).toEqual([{ networkInterfaceNo: '1', appeared: ['10.0.10.99'], disappeared: [] }]);
  });

  it('finds them by the difference when the answer was lost', () => {
    const after = [nic('1', '10.0.10.30', '10.0.10.6', '10.0.10.8')];
    expect(verifyStep({ step: two, before, after })).toMatchObject({
      result: 'applied',
      chosen: ['10.0.10.6', '10.0.10.8'],
    });
    expect(verifyStep({ step: two, before, after: before })).toMatchObject({ result: 'notApplied', chosen: [] });
  });

  it.each([
    ['half', ['10.0.10.6']],
    ['more', ['10.0.10.6', '10.0.10.8', '10.0.10.9']],
  ])('does not guess when %s of it appeared: somebody else was there', (_name, appeared) => {
    const verdict = verifyStep({ step: two, before, after: [nic('1', '10.0.10.30', ...appeared)] });
    expect(verdict).toMatchObject({ result: 'unknown', reason: 'ambiguous', chosen: [] });
  });

  it('does not guess about a newcomer without the listed addresses: the call failed, or somebody took them away', () => {
    const both = step({ secondaryIps: ['10.0.10.11'], count: 1 });
    const verdict = verifyStep({ step: both, before, after: [nic('1', '10.0.10.30', '10.0.10.8')] });
    expect(verdict).toMatchObject({ result: 'unknown', reason: 'ambiguous', chosen: [] });
    expect(verdict.addresses).toEqual([
      { address: '10.0.10.11', result: 'notApplied' },
      { address: '10.0.10.8', result: 'unknown', reason: 'ambiguous' },
    ]);
    expect(verifyStep({ step: both, before, after: before })).toMatchObject({ result: 'notApplied', chosen: [] });
  });

  it('says partly when somebody took a chosen address away again', () => {
    const answered = ['10.0.10.30', '10.0.10.6', '10.0.10.8'];
    const verdict = verifyStep({ step: two, before, after: [nic('1', '10.0.10.30', '10.0.10.6')], answered });
    expect(verdict).toMatchObject({ result: 'partly', chosen: ['10.0.10.6'] });
  });
});
