import { describe, expect, it } from 'vitest';
import { confirm } from '../../../../src/cli/apply/confirm';
import type { PlannedRegion } from '../../../../src/cli/plan/planOutput';
import type { Warning } from '../../../../src/plan/plan';
import { buildPlan } from '../../../support/buildEntry';

const regions = (warnings: readonly Warning[]): PlannedRegion[] => [
  { plan: { ...buildPlan(), warnings } } as unknown as PlannedRegion,
];
const takeover: Warning = { kind: 'takeover', address: '10.0.10.30', from: '1', to: '2' };
const answering = (answer: string | undefined) => ({ isInteractive: true, ask: () => Promise.resolve(answer) });

describe('confirm', () => {
  it('takes y or yes, and nothing else, for a plan that only adds', async () => {
    for (const yes of ['y', 'yes', 'YES']) expect(await confirm(answering(yes), regions([]))).toBe(true);
    for (const no of ['', 'n', 'yes!', undefined]) expect(await confirm(answering(no), regions([]))).toBe(false);
  });

  it('takes the whole word only where somebody loses an address', async () => {
    expect(await confirm(answering('y'), regions([takeover]))).toBe(false);
    expect(await confirm(answering('yes'), regions([takeover]))).toBe(true);
  });

  it('refuses to ask where nobody sits', async () => {
    await expect(confirm({ ...answering('yes'), isInteractive: false }, regions([]))).rejects.toThrow('--yes');
  });
});
