import { describe, expect, it } from 'vitest';
import { doubtOldCount } from '../../../src/change/doubtOldCount';
import type { StepVerdict } from '../../../src/plan/verifyStep';
import { buildStep } from '../../support/buildEntry';

const applied = (...addresses: string[]): StepVerdict => ({
  result: 'applied',
  addresses: addresses.map((address) => ({ address, result: 'applied' })),
  chosen: addresses.slice(-1),
  unexpected: [],
});

describe('doubtOldCount', () => {
  it('claims no address that appeared, and lets what was listed stand', () => {
    const step = buildStep({ secondaryIps: ['10.0.10.11'], count: 1 });
    expect(doubtOldCount(applied('10.0.10.11', '10.0.10.40'), step)).toEqual({
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
    expect(doubtOldCount(listed, buildStep({ secondaryIps: ['10.0.10.11'] }))).toBe(listed);
    const none: StepVerdict = { result: 'notApplied', addresses: [], chosen: [], unexpected: [] };
    expect(doubtOldCount(none, buildStep({ secondaryIps: [], count: 2 }))).toBe(none);
  });
});
