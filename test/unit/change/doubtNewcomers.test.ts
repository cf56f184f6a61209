import { describe, expect, it } from 'vitest';
import { doubtNewcomers } from '../../../src/change/doubtNewcomers';
import type { StepVerdict } from '../../../src/plan/verifyStep';
import { buildStep } from '../../support/buildEntry';

const applied = (...addresses: string[]): StepVerdict => ({
  result: 'applied',
  addresses: addresses.map((address) => ({ address, result: 'applied' })),
  chosen: addresses.slice(-1),
  unexpected: [],
});

describe('doubtNewcomers', () => {
  it('claims no address that appeared, and lets what was listed stand', () => {
    const step = buildStep({ secondaryIps: ['10.0.10.11'], count: 1 });
    expect(doubtNewcomers(applied('10.0.10.11', '10.0.10.40'), step, new Set())).toEqual({
      result: 'unknown',
      reason: 'ambiguous',
      addresses: [
        { address: '10.0.10.11', result: 'applied' },
        { address: '10.0.10.40', result: 'unknown', reason: 'ambiguous' },
      ],
      chosen: [],
      unexpected: [],
    });
  });

  it('believes what was found of listed addresses, and that nothing has appeared', () => {
    const listed = applied('10.0.10.11');
    expect(doubtNewcomers(listed, buildStep({ secondaryIps: ['10.0.10.11'] }), new Set())).toBe(listed);
    const none: StepVerdict = { result: 'notApplied', addresses: [], chosen: [], unexpected: [] };
    expect(doubtNewcomers(none, buildStep({ secondaryIps: [], count: 2 }), new Set())).toBe(none);
  });

  it('takes for its own what was seen right after the loss', () => {
    const step = buildStep({ secondaryIps: [], count: 2 });
    const verdict = { ...applied('10.0.10.40', '10.0.10.41'), chosen: ['10.0.10.40', '10.0.10.41'] };
    expect(doubtNewcomers(verdict, step, new Set(['10.0.10.40', '10.0.10.41']))).toBe(verdict);
    expect(doubtNewcomers(verdict, step, new Set(['10.0.10.40']))).toMatchObject({
      result: 'unknown',
      reason: 'ambiguous',
      chosen: ['10.0.10.40'],
    });
  });
});
