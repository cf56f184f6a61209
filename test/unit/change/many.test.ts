import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ProgressEvent } from '../../../src/change/applyDeps';
import type { IntentItem } from '../../../src/plan/intent';
import { openChangeBench, type ChangeBench } from '../../support/changeBench';

let bench: ChangeBench;
beforeAll(async () => {
  bench = await openChangeBench({ scenario: 'large', nics: 120 });
});
afterEach(() => bench.reset());
afterAll(() => bench.close());

/** A free address for each of the first interfaces with room. */
async function oneEach(howMany: number): Promise<IntentItem[]> {
  const { interfaces } = await bench.read();
  const { length } = interfaces;
  expect(length).toBeGreaterThanOrEqual(howMany);
  return interfaces
    .slice(0, howMany)
    .map(({ networkInterfaceNo }) => ({ kind: 'assign', networkInterfaceNo, secondaryIps: [], propose: 1 }));
}

/** How many steps were sent and not over yet, at most. */
function watchWidth() {
  const open = new Set<number>();
  let most = 0;
  return {
    most: () => most,
    onProgress: ({ step, phase }: ProgressEvent): void => {
      if (phase === 'settling') open.add(step.id);
      if (phase === 'done') open.delete(step.id);
      most = Math.max(most, open.size);
    },
  };
}

/** Time enough that some changes settle while others are sent. */
const slowSettle = { firstMs: 700, everyMs: 1_200, atMostMs: 20_000, workingMs: 60, ownMs: 2_000 };

describe('a change of many interfaces', () => {
  it('takes less than three calls each, as one reading follows many', async () => {
    await bench.reset({ delay: 1_000 });
    const items = await oneEach(40);
    await bench.sandbox.clearRequests();
    const { onProgress, most } = watchWidth();
    // Not paced: how long sending takes is another matter, and a busy machine would decide it.
    const unpaced = bench.client({ requestsPerSecond: Infinity });
    const api: typeof unpaced = {
      ...unpaced,
      // As from far away: while one reading is under way, others are wanted.
      getNetworkInterfaceList: async (query, options) => {
        await setTimeout(100);
        return unpaced.getNetworkInterfaceList(query, options);
      },
    };
    // Each is at rest when it is first looked at, so that what a busy machine decides is only how many share a look.
    const settle = { ...slowSettle, firstMs: 1_500, everyMs: 3_000 };
    const outcome = await bench.change(items, { api, settle, onProgress });
    expect(outcome.result).toBe('applied');
    const requests = await bench.sandbox.requests();
    const planning = 4;
    expect(requests.length - planning).toBeLessThanOrEqual(2.6 * items.length);
    expect(most()).toBeGreaterThan(8);
  });

  it('has eight in doubt at most where answers do not show what was asked for', async () => {
    await bench.reset({ delay: 100 });
    const items = await oneEach(20);
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'emptyListAnswer', times: 20 }]);
    const { onProgress, most } = watchWidth();
    const outcome = await bench.change(items, { settle: slowSettle, onProgress });
    expect(outcome.result).toBe('applied');
    expect(most()).toBeLessThanOrEqual(8);
  });

  it('sends nothing more once an answered step turns out not to be done', async () => {
    const items = await oneEach(20);
    await bench.sandbox.faults([
      { action: 'getNetworkInterfaceList', fault: 'laggingList', since: 'order', times: 1_000_000 },
    ]);
    const impatient = { ...slowSettle, firstMs: 1, everyMs: 4, atMostMs: 20 };
    const outcome = await bench.change(items, { settle: impatient, width: { doubtful: 2, all: 4 } });
    expect(outcome.steps.some(({ result }) => result === 'unknown')).toBe(true);
    expect(outcome.steps.some(({ result }) => result === 'skipped')).toBe(true);
  });
});
