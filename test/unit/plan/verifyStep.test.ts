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

  it('does not know what an interface holds that is missing from the read, whatever was asked of it', () => {
    const off = step({ action: 'unassignSecondaryIps', secondaryIps: ['10.0.10.11'] });
    const two = step({ count: 2 });
    const missing = { result: 'unknown', reason: 'missing', unexpected: [] };
    expect(verifyStep({ step: assign, before: [nic('1')], after: [] })).toMatchObject(missing);
    expect(verifyStep({ step: off, before: [nic('1', '10.0.10.11')], after: [] })).toMatchObject(missing);
    expect(verifyStep({ step: two, before: [nic('1')], after: [], answer: {} })).toMatchObject(missing);
  });

  it('never calls not applied what was answered with success: the list lags, or somebody was there', () => {
    const off = step({ action: 'unassignSecondaryIps', secondaryIps: ['10.0.10.11'] });
    const contradicted = { result: 'unknown', reason: 'contradicted' };
    const before = [nic('1')];
    for (const answer of [{}, { secondaryIpList: [] }, { secondaryIpList: ['10.0.10.11', '10.0.10.12'] }]) {
      expect(verifyStep({ step: assign, before, after: before, answer })).toMatchObject(contradicted);
    }
    const held = [nic('1', '10.0.10.11')];
    expect(verifyStep({ step: off, before: held, after: held, answer: {} })).toMatchObject(contradicted);
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

describe('verifyStep: a takeover whose target is missing', () => {
  it('is unknown, and only what has nothing to do with it is called unexpected', () => {
    const take = step({ secondaryIps: ['10.0.10.11'], takes: [{ address: '10.0.10.11', from: '2' }] });
    const before = [nic('1'), nic('2', '10.0.10.11', '10.0.10.12')];
    expect(verifyStep({ step: take, before, after: [nic('2', '10.0.10.12')] })).toMatchObject({
      result: 'unknown',
      reason: 'missing',
      unexpected: [],
    });
  });
});

describe('verifyStep: addresses of the service’s choice', () => {
  const two = step({ count: 2 });
  const before = [nic('1', '10.0.10.30')];

  it('reads them off the answer, where they stand last', () => {
    const after = [nic('1', '10.0.10.30', '10.0.10.99', '10.0.10.6', '10.0.10.8')];
    const verdict = verifyStep({ step: two, before, after, answer: after[0]! });
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

  it('knows what is there of an answer, and not what became of the rest', () => {
    const answer = { secondaryIpList: ['10.0.10.30', '10.0.10.6', '10.0.10.8'] };
    const verdict = verifyStep({ step: two, before, after: [nic('1', '10.0.10.30', '10.0.10.6')], answer });
    expect(verdict).toMatchObject({ result: 'unknown', reason: 'contradicted', chosen: ['10.0.10.6'] });
  });

  it.each([
    ['no list', {}],
    ['an old list', { secondaryIpList: ['10.0.10.30'] }],
    ['a list that names fewer than asked', { secondaryIpList: ['10.0.10.30', '10.0.10.6'] }],
  ])('settles an answer with %s by the difference', (_what, answer) => {
    const after = [nic('1', '10.0.10.30', '10.0.10.6', '10.0.10.8')];
    expect(verifyStep({ step: two, before, after, answer })).toMatchObject({
      result: 'applied',
      chosen: ['10.0.10.6', '10.0.10.8'],
    });
    expect(verifyStep({ step: two, before, after: before, answer })).toMatchObject({
      result: 'unknown',
      reason: 'contradicted',
    });
  });
});
