import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { NcloudApi } from '../../../../src/api/ncloudApi';
import { openToolCampaign } from '../../../support/toolCampaign/openToolCampaign';
import { sequence } from '../../../support/toolCampaign/steps';

/** `npm test` plays some; TOOL_RUNS=2000 plays the number that docs/assistants.md names, TOOL_SEED others. */
const runs = Number(process.env.TOOL_RUNS ?? 40);
const seed = Number(process.env.TOOL_SEED ?? 20260105);

/** What 500 sequences are refused for. */
const refusals = [
  ...['badInput', 'busy', 'cancelled', 'expired', 'lookOnly', 'otherPlace', 'readOnly', 'spent', 'stale', 'toolsOff'],
  ...['unknownPlan', 'wrongDigest'],
];

type Assign = Parameters<NcloudApi['assignSecondaryIps']>[0];
const altered =
  (alter: (request: Assign) => Assign) =>
  (api: NcloudApi): NcloudApi => ({
    ...api,
    assignSecondaryIps: (request, options) => api.assignSecondaryIps(alter(request), options),
  });

describe('whatever an assistant calls', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it(
    'nothing is changed but the plan that somebody said yes to, no answer has a secret, nothing breaks',
    async () => {
      const { figures, play } = await openToolCampaign();
      await fc.assert(fc.asyncProperty(sequence, play), { numRuns: runs, seed, timeout: 60_000, endOnFailure: true });
      process.stdout.write(`tools campaign: seed ${seed}, ${runs} sequences, ${JSON.stringify(figures)}\n`);
      expect(figures.changes).toBeGreaterThan(runs / 10);
      expect(figures.asked).toBeGreaterThan(figures.changes - figures.unasked);
      // Each way to be refused is met, or this tests nothing.
      if (runs >= 500) expect(Object.keys(figures.refused)).toEqual(expect.arrayContaining(refusals));
    },
    Math.max(120_000, runs * 2_000),
  );

  it.each([
    ['another address', altered((one) => ({ ...one, secondaryIpList: ['10.0.10.77'] }))],
    ['one address more', altered((one) => ({ ...one, secondaryIpList: [...one.secondaryIpList!, '10.0.10.77'] }))],
    ['one of the service’s choice', altered((one) => ({ ...one, secondaryIpCount: 1 }))],
    ['another interface', altered((one) => ({ ...one, networkInterfaceNo: '701252' }))],
    ['what others hold', altered((one) => ({ ...one, allowReassign: true }))],
  ])('a client that asks for %s is noticed', async (_, tamper) => {
    const { play } = await openToolCampaign(tamper);
    const options = { numRuns: 40, seed, endOnFailure: true };
    const { failed, errorInstance } = await fc.check(fc.asyncProperty(sequence, play), options);
    expect(failed).toBe(true);
    expect(String(errorInstance)).toMatch(/sent, but not approved|the service chooses|takes what others hold/);
  });
});
