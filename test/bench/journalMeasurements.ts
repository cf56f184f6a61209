import { watch } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applyPlan } from '../../src/change/applyPlan';
import type { IntentItem } from '../../src/plan/intent';
import { nextEntryId } from '../../src/session/journal/entryId';
import { createFileJournal } from '../../src/session/journal/fileJournal';
import { createHistory, type History } from '../../src/session/journal/history';
import { createHistoryFilters } from '../../src/session/journal/historyFilter';
import { HistoryTree } from '../../src/tree/historyTree';
import { buildEntry } from '../support/buildEntry';
import { openChangeBench, type ChangeBench } from '../support/changeBench';
import { recordLog } from '../support/recordLog';
import { usedHeap } from './heap';
import { canUndo } from '../../src/change/entryPolicy';

const sizes = [0, 500, 1_000, 2_000, 5_000, 10_000];
const changes = 12;

/** Until the History view has its rows for the first time (ms). */
export interface HistoryFigures {
  readonly entries: number;
  readonly shownMs: number;
}

/**
 * One change and a bulk of 60 against a sandbox in this process, beside histories of several lengths, with everything
 * that follows a history: the watcher of its folder, the context key, the view. Wall and CPU in ms. What `scale` draws goes to
 * `results`.
 */
export async function measureJournal(print: (line: string) => void, results: string): Promise<void> {
  print('entries   first list   list   view   heap MB   change wall   change CPU   bulk wall   bulk CPU   500 arrive');
  const figures: HistoryFigures[] = [];
  for (const size of sizes) {
    const { line, shownMs } = await measure(size);
    figures.push({ entries: size, shownMs });
    print(line);
  }
  await mkdir(path.dirname(results), { recursive: true });
  await writeFile(results, `${JSON.stringify(figures, undefined, 1)}\n`);
}

async function measure(size: number): Promise<{ readonly line: string; readonly shownMs: number }> {
  const bench = await openChangeBench({ scenario: 'large' });
  const folder = path.join(await mkdtemp(path.join(tmpdir(), 'ncloud-ip-journal-bench-')), 'journal');
  await mkdir(folder);
  await fill(folder, size, Date.UTC(2026, 0, 1));
  const log = recordLog();
  const heap = usedHeap();
  const history = createHistory(createFileJournal({ folder, log }), Date.now, () => crypto.randomUUID());
  const tree = new HistoryTree(history, createHistoryFilters(), log, 60_000);
  const key = history.onDidChange(() => void history.list().then((entries) => entries.some(canUndo)));
  const redraw = tree.onDidChangeTreeData(() => void tree.getChildren());
  const watcher = watch(folder, (_, name) => name?.endsWith('.json') && history.touch(name));
  try {
    const [first] = await timed(() => history.list());
    const megabytes = (usedHeap() - heap) / 1_024;
    const [list] = await timed(() => history.list());
    const [view] = await timed(() => tree.getChildren());
    const [shownMs] = await many(() => Promise.resolve(() => showAnew(folder)), 7);
    const api = bench.client({ requestsPerSecond: 1_000 });
    const one = await many(() => change(bench, history, api, 1));
    const bulk = await many(() => change(bench, history, api, 60), 3);
    const [arrive] = await timed(async () => {
      await fill(folder, 500, Date.UTC(2026, 5, 1));
      while ((await history.list()).length < size + 500) await new Promise((resolve) => setTimeout(resolve, 5));
    });
    const cells: [number, number][] = [
      ...([
        [first, 13],
        [list, 7],
        [view, 7],
        [megabytes, 10],
      ] satisfies [number, number][]),
      ...([
        [one[0], 14],
        [one[1], 13],
        [bulk[0], 12],
        [bulk[1], 11],
        [arrive, 13],
      ] satisfies [number, number][]),
    ];
    const line = String(size).padStart(7) + cells.map(([value, width]) => value.toFixed(1).padStart(width)).join('');
    return { line, shownMs };
  } finally {
    watcher.close();
    key.dispose();
    redraw.dispose();
    tree.dispose();
    await bench.close();
    await rm(path.dirname(folder), { recursive: true, force: true });
  }
}

/** The rows of a history that nothing has been read of. */
async function showAnew(folder: string): Promise<void> {
  const log = recordLog();
  const history = createHistory(createFileJournal({ folder, log }), Date.now, () => crypto.randomUUID());
  const tree = new HistoryTree(history, createHistoryFilters(), log, 60_000);
  await tree.getChildren();
  tree.dispose();
}

/** Assigns an address to so many interfaces, or takes it away again, with the history as journal. */
async function change(
  bench: ChangeBench,
  history: History,
  api: ChangeBench['api'],
  count: number,
): Promise<() => Promise<unknown>> {
  const network = await bench.read();
  const targets = network.interfaces.filter(({ secondaryIpList }) => secondaryIpList.length < 5).slice(0, count);
  const items = targets.map(({ networkInterfaceNo }): IntentItem => ({
    kind: 'assign',
    networkInterfaceNo,
    secondaryIps: [],
    propose: 1,
  }));
  const plan = await bench.plan(...items);
  return async () => {
    const id = await history.newId();
    const profile = { id: 'p1', name: 'Sandbox' };
    const outcome = await applyPlan(
      plan,
      bench.deps({ api, journal: { store: history, id, profile, intent: { items } } }),
    );
    if (outcome.result !== 'applied') throw new Error(`a change was ${outcome.result}`);
  };
}

/** Medians of wall and CPU over several runs; what prepares a run does not count. */
async function many(prepare: () => Promise<() => Promise<unknown>>, runs = changes): Promise<[number, number]> {
  const results: [number, number][] = [];
  for (let run = 0; run < runs; run++) results.push(await timed(await prepare()));
  const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
  return [median(results.map(([wall]) => wall)), median(results.map(([, cpu]) => cpu))];
}

async function timed(work: () => Promise<unknown>): Promise<[number, number]> {
  const start = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return [performance.now() - start, (user + system) / 1_000];
}

async function fill(folder: string, size: number, from: number): Promise<void> {
  for (let at = 0; at < size; at++) {
    const id = nextEntryId(from + at * 60_000, undefined, crypto.randomUUID());
    const entry = buildEntry({ id, startedAt: from + at * 60_000 });
    await writeFile(path.join(folder, `${id}.json`), `${JSON.stringify(entry, undefined, 1)}\n`);
  }
}
