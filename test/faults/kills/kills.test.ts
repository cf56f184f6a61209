import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clock } from '../../../src/change/applyDeps';
import { recoverEntry } from '../../../src/change/recoverEntry';
import type { Intent } from '../../../src/plan/intent';
import { createRandom } from '../../../src/sandbox/createRandom';
import { createFileJournal } from '../../../src/session/journal/fileJournal';
import { openChangeBench, type ChangeBench } from '../../support/changeBench';
import { createFigures } from '../figures';
import { checkTold, heldBy } from './checkTold';
import { createWindowStarter, type WindowStarter } from './startWindow';
import type { WindowOrder } from './window';

const runs = Number(process.env.KILL_RUNS ?? 25);
// The same moments every time with `npm test`, as far as a machine is equally fast every time.
const seed = Number(process.env.FAULT_SEED ?? 20260105);
const figures = createFigures();

const assign = (networkInterfaceNo: string, propose: number) =>
  ({ kind: 'assign', networkInterfaceNo, secondaryIps: [], propose }) as const;
/** What windows do; the second list is for another window at the same time. */
const kinds: Readonly<Record<string, readonly [Intent['items'], Intent['items']]>> = {
  single: [[assign('701236', 2)], [assign('701242', 2)]],
  bulk: [
    ['701236', '701237', '701240', '701251'].map((no) => assign(no, 1)),
    ['701242', '701244', '701248'].map((no) => assign(no, 1)),
  ],
  move: [
    [{ kind: 'move', networkInterfaceNo: '701236', secondaryIps: ['10.0.10.20', '10.0.10.21'] }],
    [assign('701242', 1)],
  ],
  undo: [[assign('701236', 2)], [assign('701242', 1)]],
};

let bench: ChangeBench;
let folder: string;
let windows: WindowStarter;
const longest = new Map<string, number>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ncloud-ip-kills-'));
  windows = await createWindowStarter(folder);
  bench = await openChangeBench({ delay: 20 });
});
afterAll(async () => {
  windows.close();
  await bench.close();
  await rm(folder, { recursive: true });
  process.stdout.write(`kills: seed ${seed}, ${runs} runs\n${figures.text()}\n`);
});

/** Waits are noted rather than waited for: nothing is under way any more when a recovery reads. */
function quickClock(): Clock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    async sleep(ms) {
      ahead += ms;
      await wait(Math.min(ms, 5));
    },
  };
}

/** One or two windows at work; the first is killed after `killAfterMs`, never when that is undefined. */
async function play(kind: string, journalFolder: string, count: number, killAfterMs?: number): Promise<void> {
  await bench.reset({ delay: 20 });
  // Answers take as long as over a real network, so that kills fall between a call and its answer too.
  await bench.sandbox.faults([{ action: '*', fault: 'stallAfterApply', ms: 15, times: 10_000 }]);
  const before = await heldBy(bench.sandbox);
  const { url, accessKey, secretKey } = bench.sandbox;
  const orders = kinds[kind]!.slice(0, count).map((items, at): WindowOrder => {
    const isUndone = kind === 'undo' && at === 0;
    return { url, accessKey, secretKey, folder: journalFolder, intent: { items }, isUndone };
  });
  const started = orders.map((order) => windows.start(order));
  const [first] = started;
  await first!.begins;
  const began = performance.now();
  if (killAfterMs !== undefined) {
    await wait(killAfterMs);
    first!.kill();
  }
  await first!.ends;
  if (killAfterMs === undefined) longest.set(kind, performance.now() - began);
  const [end] = await Promise.all(started.map(({ gone }) => gone));
  figures.count(`${kind}: ${end!}${count > 1 ? ', beside another window' : ''}`);

  await bench.sandbox.clearFaults();
  await bench.sandbox.settle();
  await recover(kind, journalFolder);
  const entries = (await createFileJournal({ folder: journalFolder, log: bench.log }).list()).toReversed();
  checkTold(entries, before, await heldBy(bench.sandbox), await bench.sandbox.requests());
}

/** Another process, which is this one, finds what was left and completes it; nothing is sent. */
async function recover(kind: string, journalFolder: string): Promise<void> {
  const sent = (await bench.writes()).sent;
  const journal = createFileJournal({ folder: journalFolder, log: bench.log });
  for (const entry of await journal.claimAbandoned()) {
    const wasUnderWay = entry.steps.some(({ state }) => state === 'sent');
    figures.count(`${kind}: left open, ${wasUnderWay ? 'a call under way' : 'no call under way'}`);
    await journal.update(await recoverEntry(entry, bench.deps({ clock: quickClock() })));
    const undone = entry.undoes;
    if (undone !== undefined) await journal.annotate(undone, { undoneBy: entry.id });
  }
  expect((await bench.writes()).sent, 'a recovery sent something').toBe(sent);
}

describe('a window that is killed', () => {
  it(
    'leaves nothing that is not told as it is, and nothing is sent twice',
    async () => {
      const random = createRandom(seed);
      const names = Object.keys(kinds);
      for (const kind of names) await play(kind, path.join(folder, `whole-${kind}`), 1);
      for (let run = 0; run < runs; run++) {
        const kind = names[run % names.length]!;
        const count = run % 3 === 2 ? 2 : 1;
        const moment = (random.integer(1_000) / 1_000) * (longest.get(kind) ?? 0) * 0.75;
        await play(kind, path.join(folder, `run-${run}`), count, moment);
      }
      expect(figures.text(), 'no kill fell into a change').toContain('left open');
    },
    Math.max(60_000, runs * 5_000),
  );
});
