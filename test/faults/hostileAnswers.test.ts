import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../host/paths.mjs';
import { hostileAnswers, memoryBudget } from '../support/hostileAnswers';
import { openHostileBench, type HostileBench } from '../support/measureHostile';

describe('an answer made to hurt', () => {
  let bench: HostileBench;
  beforeAll(async () => {
    bench = await openHostileBench(path.join(root, 'test', 'support'));
  });
  afterAll(() => bench.close());

  it.each(Object.entries(hostileAnswers))('ends as it should, within its memory: %s', async (name, answer) => {
    const { ends, effect, longest, memory } = await bench.measure(answer);
    expect(ends).toBe(answer.ends);
    if (answer.call === 'assign') expect(effect).toBe(answer.ends === 'unreadable' ? 'unknown' : 'none');
    expect(longest).toBeLessThanOrEqual(2_000);
    expect(memory).toBeLessThanOrEqual(memoryBudget[name.startsWith('a list') ? 'list' : 'answer']);
  });
});
