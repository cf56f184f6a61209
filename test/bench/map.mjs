import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build } from 'esbuild';
import { launchBrowser } from '../host/browser.mjs';
import { drawFirst, openMap, openPage, paintedBy, scrollThrough, workFor } from './mapPages/inPage.mjs';

const root = path.join(import.meta.dirname, '..', '..');
const columns = [
  '',
  'runs',
  'first',
  'its CPU',
  'frame p50',
  'worst',
  'of all runs',
  'over 16 ms',
  'CPU',
  'painted',
  'heap MB',
  'process MB',
];

/**
 * Prints what the pages of a subnet map and of an overview cost in Chromium, medians of several runs: milliseconds from the data
 * until its first frame is drawn; of 300 frames that scroll 120 pixels each the median and the worst, and of all runs together
 * the worst frame and how many took over 16 ms; of both what the page's thread computed, which hardly depends on what else the machine does; cells painted after one
 * interface changed; memory over the empty page, of JavaScript and of the whole process (Linux).
 * The same map is measured with its cells on a canvas under bare elements, the way that was not taken. Pages are the production
 * build; the kinds take turns, so that what else the machine does meets all of them.
 * @param {{ open: object, worlds: { name: string, data: object, patch: object }[] }} maps
 * @param {{ open: object, data: object }} overview
 * @param {string} folder temporary
 * @param {number} runs
 */
export async function measureMap(maps, overview, folder, runs) {
  execFileSync(process.execPath, ['esbuild.js', '--production', '--outdir', folder], { cwd: root });
  await buildCanvas(folder);
  const kinds = [
    ...maps.worlds.map((world) => ({ ...world, open: maps.open, script: 'mapView' })),
    ...maps.worlds
      .filter(({ name }) => !name.startsWith('/28'))
      .map(({ name, data }) => ({ name: `${name}, canvas`, data, open: maps.open, script: 'canvasView' })),
    { ...overview, name: 'overview, 1,000 subnets', script: 'overviewView' },
  ];
  const figures = new Map(kinds.map(({ name }) => [name, []]));
  const loads = [os.loadavg()[0]];
  for (let run = 0; run < runs; run++) {
    // Of its own, so that its process has had no other page.
    for (const kind of kinds) figures.get(kind.name).push(await measure(kind, folder));
    loads.push(os.loadavg()[0]);
  }
  print(columns);
  for (const [name, all] of figures) {
    const figure = (key, digits) =>
      all[0][key] === undefined ? '–' : median(all.map((one) => one[key])).toFixed(digits);
    const ofAll = (key, add) => (all[0][key] === undefined ? '–' : all.map((one) => one[key]).reduce(add));
    const times = ['first', 'firstCpu', 'median', 'longest'].map((key) => figure(key, 1));
    const worst = ofAll('longest', (one, other) => Math.max(one, other));
    const late = ofAll('long', (one, other) => one + other);
    const rest = [
      worst.toFixed?.(1) ?? worst,
      late,
      figure('cpu', 1),
      figure('painted', 0),
      figure('heap', 1),
      figure('process', 1),
    ];
    print([name, runs, ...times, ...rest]);
  }
  console.log(
    `load of the machine ${loads.map((load) => load.toFixed(1)).join(' ')}, ${os.availableParallelism()} cores`,
  );
}

async function measure({ script, open, data, patch }, folder) {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await untilQuiet(browser);
    await page.setContent('<!DOCTYPE html><html lang="en"><body></body></html>');
    await page.addStyleTag({ content: fs.readFileSync(path.join(folder, 'mapStyle.css'), 'utf8') });
    await page.evaluate(openPage);
    await page.addScriptTag({ content: fs.readFileSync(path.join(folder, `${script}.js`), 'utf8') });
    const session = await page.context().newCDPSession(page);
    const processId = await processOf(browser, page);
    const memory = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      return { heap: usedSize / 2 ** 20, process: processMemory(processId) };
    };
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const computed = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration').value * 1_000;
    };
    const empty = await memory();
    await page.evaluate(openMap, { open, data });
    const before = await computed();
    const first = await page.evaluate(drawFirst);
    const firstCpu = (await computed()) - before;
    const full = await memory();
    const start = await computed();
    const scrolled = await page.evaluate(scrollThrough);
    const cpu = scrolled.frames && ((await computed()) - start) / scrolled.frames;
    const painted = patch && (await page.evaluate(paintedBy, patch));
    return {
      first,
      firstCpu,
      ...scrolled,
      cpu,
      painted,
      heap: full.heap - empty.heap,
      process: empty.process && full.process && full.process - empty.process,
    };
  } finally {
    await browser.close();
  }
}

/** The processes of a browser, with the CPU seconds that each has used. */
async function processesOf(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo;
}

/** Chromium loads pages of its own for a second after its start: half a second of CPU, on cores that the measured page needs. */
async function untilQuiet(browser) {
  let before = 0;
  for (let tries = 0; tries < 20; tries++) {
    const now = (await processesOf(browser)).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
    if (now - before < 0.02) return;
    before = now;
    await setTimeout(300);
  }
}

/** The process of a page, among those of pages of Chromium's own that are larger: the one that works when the page does. */
async function processOf(browser, page) {
  const before = new Map((await processesOf(browser)).map(({ id, cpuTime }) => [id, cpuTime]));
  await page.evaluate(workFor, 150);
  const grown = (await processesOf(browser)).map(({ id, cpuTime }) => ({
    id,
    by: cpuTime - (before.get(id) ?? cpuTime),
  }));
  return grown.reduce((most, one) => (one.by > most.by ? one : most)).id;
}

/** MB of a process that are its own, where the system says so. */
function processMemory(id) {
  const file = `/proc/${id}/status`;
  if (!fs.existsSync(file)) return undefined;
  return Number(/^RssAnon:\s+(\d+)/m.exec(fs.readFileSync(file, 'utf8'))?.[1]) / 1024;
}

async function buildCanvas(folder) {
  const address = path.join(root, 'src', 'mapView', 'browserAddress.ts');
  await build({
    entryPoints: { canvasView: path.join(import.meta.dirname, 'mapPages', 'canvasMain.ts') },
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'chrome128',
    plugins: [
      {
        name: 'browser',
        setup: ({ onResolve }) => onResolve({ filter: /^(node:net|ipaddr\.js)$/ }, () => ({ path: address })),
      },
    ],
  });
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

function print(cells) {
  console.log(cells.map((cell, at) => String(cell)[at === 0 ? 'padEnd' : 'padStart'](at === 0 ? 26 : 11)).join(''));
}
