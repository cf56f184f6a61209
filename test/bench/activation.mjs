import fs from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../host/browser.mjs';
import { installVsix } from '../host/installVsix.mjs';
import { packCopy } from '../host/packCopy.mjs';
import { startVscodeServer } from '../host/vscodeServer.mjs';
import { workbenchUrl } from '../host/workbenchUrl.mjs';

const rounds = 9;
const subjects = { floor: 'ncloud-ip.floor', ours: 'ncloud-ip.ncloud-ip' };
const units = { ms: 'activation ms', cpuMs: 'CPU ms', heapMb: 'heap MB' };

/**
 * Prints what the activation of the packaged extension costs beside one that does nothing. Both are installed in the same
 * VS Code. Each of nine rounds opens a window for either, in turns who comes first; a window has an extension host of its
 * own, in which nothing else of ours was activated. Wall and CPU time from the call of `activate()` until its promise is
 * kept, loading the bundle included; heap after a collection, with what the activation left to be done in the next 1.5 s.
 * @param {string} folder temporary
 */
export async function measureActivation(folder) {
  const installed = await installVsix(await packCopy(folder), folder);
  const bench = path.join(import.meta.dirname, 'activation');
  const meter = path.join(folder, 'meter');
  for (const name of ['package.json', 'suite.cjs']) fs.cpSync(path.join(bench, name), path.join(meter, name));
  const server = await startVscodeServer({ ownHome: true, extensions: [installed.folder, path.join(bench, 'floor')] });
  const browser = await launchBrowser();
  try {
    const results = { floor: [], ours: [] };
    for (let round = 0; round < rounds; round++) {
      const inTurn = round % 2 === 0 ? ['floor', 'ours'] : ['ours', 'floor'];
      for (const name of inTurn) {
        fs.writeFileSync(path.join(meter, 'subject.txt'), subjects[name]);
        results[name].push(
          await measureOnce(
            browser,
            workbenchUrl(server.url, { extension: meter, tests: path.join(meter, 'suite.cjs') }),
          ),
        );
      }
    }
    print(results);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function measureOnce(browser, url) {
  const page = await browser.newPage();
  try {
    const log = [];
    const { promise, resolve } = Promise.withResolvers();
    await page.exposeFunction('codeAutomationLog', (_type, args) => log.push([args].flat().join(' ')));
    await page.exposeFunction('codeAutomationExit', resolve);
    await page.goto(url);
    await promise;
    const measured = log.map((line) => /^measured (.+)/.exec(line)?.[1]).find((text) => text !== undefined);
    if (measured === undefined) throw new Error(`nothing was measured\n${log.join('\n')}`);
    return JSON.parse(measured);
  } finally {
    await page.close();
  }
}

function print(results) {
  const pids = Object.values(results).flatMap((runs) => runs.map(({ pid }) => pid));
  if (new Set(pids).size < pids.length) throw new Error('two measurements shared a process');
  const rows = Object.entries(units).map(([unit, title]) => {
    const [floor, ours] = [spread(results.floor, unit), spread(results.ours, unit)];
    return { unit, title, floor, ours, over: ours.median - floor.median };
  });
  const cell = (value) => value.toFixed(2).padStart(10);
  const cells = ({ min, median, max }) => [min, median, max].map(cell).join('');
  const heads = ['floor min', 'median', 'max', 'ours min', 'median', 'max', 'over'];
  console.log(`${`median of ${rounds}`.padEnd(16)}${heads.map((head) => head.padStart(10)).join('')}`);
  for (const { title, floor, ours, over } of rows) {
    console.log(`${title.padEnd(16)}${cells(floor)}${cells(ours)}${cell(over)}`);
  }
  const brief = rows.map(({ unit, floor, ours, over }) => [unit, { floor: floor.median, ours: ours.median, over }]);
  console.log(JSON.stringify({ rounds, ...Object.fromEntries(brief) }));
}

function spread(runs, unit) {
  const values = runs.map((run) => run[unit]).toSorted((a, b) => a - b);
  return { min: values[0], median: values[values.length >> 1], max: values.at(-1) };
}
