import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../support/sandbox';
import { script } from './command';
import { createFigures } from './figures';
import { playScript } from './playScript';
import { virtualTime } from './virtualTime';
import { createWindows } from './windows';

const runs = Number(process.env.FAULT_RUNS ?? 300);
// The same runs every time with `npm test`; run.mjs draws a new seed for every campaign by hand, or plays one run again.
const seed = Number(process.env.FAULT_SEED ?? 20260105);
const time = virtualTime();
const figures = createFigures();
const replay = process.env.FAULT_PATH ? { path: process.env.FAULT_PATH, endOnFailure: true } : {};
let sandbox: TestSandbox;
let holds: string;

beforeAll(async () => {
  sandbox = await startTestSandbox({ now: () => time.now() });
  holds = await mkdtemp(path.join(tmpdir(), 'ncloud-ip-campaign-'));
});
afterAll(async () => {
  await sandbox.close();
  await rm(holds, { recursive: true, force: true, maxRetries: 5 });
  process.stdout.write(`fault campaign: seed ${seed}, ${runs} runs\n${figures.text()}\n`);
});

/** What a campaign of some length has met, or its generators have lost it. */
const mustOccur = [
  ...['late', 'laggingList', 'noListAnswer', 'emptyListAnswer', 'oldListAnswer', 'slowDown', 'listAbsent'],
  ...['rowMalformed', 'ownerChanged', 'otherAccount'],
]
  .map((fault) => `fault ${fault}`)
  .concat('command beside it', 'command of another window beside it', 'host killed');

describe('whatever happens on the way', () => {
  it(
    'journal and tree believe what is, nothing is sent twice, no outcome is left unreported',
    async () => {
      const windows = createWindows(holds);
      const property = fc.asyncProperty(script, (one) => playScript(one, sandbox, time, figures, windows));
      // Whatever waits for ever is reported with its script.
      await fc.assert(property, { numRuns: runs, seed, timeout: 60_000, ...replay });
      if (process.env.FAULT_PATH) return;
      expect(figures.get('command'), 'commands that reached the sandbox').toBeGreaterThan(runs / 2);
      if (runs >= 300) expect(mustOccur.filter((what) => figures.get(what) === 0)).toEqual([]);
    },
    Math.max(60_000, runs * 4_000),
  );
});
