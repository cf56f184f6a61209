import { describe, expect, it } from 'vitest';
import type { Warning } from '../../../src/plan/plan';
import { buildPlan } from '../../support/buildEntry';
import { allowsUnattended, confirmationFor } from '../../../src/plan/policy';

const takeover: Warning = { kind: 'takeover', address: '10.0.10.20', from: '1', to: '2' };
const plain = buildPlan({ warnings: [{ kind: 'guestOs', networkInterfaceNo: '1' }] });
const risky = buildPlan({ warnings: [takeover] });

describe('confirmationFor', () => {
  it.each([
    ['always', 'public', 'review', 'modal'],
    ['risky', 'public', 'none', 'modal'],
    ['never', 'public', 'none', 'modal'],
    ['never', 'custom', 'none', 'modal'],
    ['always', 'sandbox', 'review', 'modal'],
    ['risky', 'sandbox', 'none', 'modal'],
    ['never', 'sandbox', 'none', 'none'],
  ] as const)('%s at the site %s: new addresses need %s, a takeover needs %s', (policy, site, forNew, forTakeover) => {
    expect(confirmationFor(plain, { site }, policy, true)).toBe(forNew);
    expect(confirmationFor(risky, { site }, policy, true)).toBe(forTakeover);
  });

  it('shows what nobody was asked anything about, except in the sandbox that asks nothing', () => {
    const needed = (site: 'custom' | 'sandbox', policy: 'risky' | 'never') =>
      confirmationFor(plain, { site }, policy, false);
    expect([needed('custom', 'risky'), needed('custom', 'never')]).toEqual(['review', 'review']);
    expect([needed('sandbox', 'risky'), needed('sandbox', 'never')]).toEqual(['review', 'none']);
  });

  it.each<Warning>([
    takeover,
    { kind: 'removes', networkInterfaceNo: '1', addresses: ['10.0.10.20'] },
    { kind: 'managedInterface', networkInterfaceNo: '1', instanceType: 'VLB' },
  ])('takes %j for a risk', (warning) => {
    expect(confirmationFor(buildPlan({ warnings: [warning] }), { site: 'public' }, 'risky', true)).toBe('modal');
  });

  it.each<Warning>([
    { kind: 'subnetUsage', subnetNo: '1', usage: 'LOADB' },
    { kind: 'alreadyThere', networkInterfaceNo: '1', addresses: [] },
    { kind: 'countNotRepeatable', networkInterfaceNo: '1', count: 2 },
    { kind: 'moving', address: '10.0.10.20', networkInterfaceNos: ['1', '2'] },
  ])('takes %j for something to know only', (warning) => {
    expect(confirmationFor(buildPlan({ warnings: [warning] }), { site: 'public' }, 'risky', true)).toBe('none');
  });
});

describe('allowsUnattended', () => {
  it('is true of the sandbox, and else of the profiles that are named', () => {
    const names = ['staging', 'nobody has this name'];
    expect(allowsUnattended({ site: 'sandbox', name: 'Sandbox' }, [])).toBe(true);
    expect(allowsUnattended({ site: 'public', name: 'staging' }, names)).toBe(true);
    expect(allowsUnattended({ site: 'public', name: 'production' }, names)).toBe(false);
    expect(allowsUnattended({ site: 'custom', name: 'local' }, [])).toBe(false);
  });
});
