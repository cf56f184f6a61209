// Prints min / median / max in milliseconds of what has to feel immediate, on 10,000 network interfaces.
// For people to read: nothing passes or fails here, the tests bound the work instead. With `hostile` (npm run bench -- hostile)
// it prints instead what each hostile answer costs a process: memory over the start, longest block, time; with `journal` what
// one change costs beside histories of up to 10,000 entries (out/bench/journal.json); with `activation` what activating the packaged extension costs; with
// `cli` what starting the command line tool costs beside an empty Node; with
// `redraw` what one changed interface costs beside making the network, the index and the rows anew (out/bench/redraw.json); with `load` what reading a
// region costs beside a bare client, and what the pace makes of a service that allows less (also written to out/bench/load.json); with
// `bulk` what one new address on each of 50 and of 500 interfaces takes, beside what it must take (out/bench/bulk.json); with
// `map` what the pages of a subnet map and of an overview cost in Chromium, beside a canvas (--runs=9); with `start` what passes in a
// real VS Code until the view has its rows (--grow: also of 1,000 and 50,000; out/bench/start.json); with `declared` what the last key costs in a file of 2,000 addresses, and when its marks
// are there; with
// `scale` how costs grow from 1,000 to 100,000 interfaces (out/bench/scale.json; --picture draws docs/performance.svg, with
// what `start --grow` and `journal` found last).
import { build } from 'esbuild';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.join(import.meta.dirname, '..', '..');
const resultsOf = (name) => path.join(root, 'out', 'bench', `${name}.json`);
const folder = await mkdtemp(path.join(tmpdir(), 'ncloud-ip-bench-'));
try {
  if (process.argv.includes('hostile')) {
    const { printHostile } = await load('hostile');
    await printHostile(path.join(import.meta.dirname, '..', 'support'));
  } else if (process.argv.includes('journal')) {
    const { measureJournal } = await load('journalMeasurements');
    await measureJournal((line) => process.stdout.write(`${line}\n`), resultsOf('journal'));
  } else if (process.argv.includes('activation')) {
    const { measureActivation } = await import('./activation.mjs');
    await measureActivation(folder);
  } else if (process.argv.includes('cli')) {
    const { measureCliStart } = await import('./cliStart.mjs');
    measureCliStart(folder);
  } else if (process.argv.includes('redraw')) {
    const { redrawRows } = await load('redraw');
    const row = (...cells) =>
      cells.map((cell, at) => String(cell)[at === 0 ? 'padEnd' : 'padStart'](at === 0 ? 24 : 16)).join('');
    const rows = redrawRows((run) => time(run, 20, 200));
    const lines = rows.map(({ what, interfaces, wholeMs, changedMs, longestMs }) =>
      row(what, interfaces, ...[wholeMs, changedMs, longestMs].map((ms) => ms.toFixed(2))),
    );
    const head = row('ms, medians', 'interfaces', 'made anew', 'one changed', 'longest of 200');
    process.stdout.write(`${[head, ...lines].join('\n')}\n`);
    await mkdir(path.dirname(resultsOf('redraw')), { recursive: true });
    await writeFile(resultsOf('redraw'), `${JSON.stringify(rows, undefined, 1)}\n`);
  } else if (process.argv.includes('load')) {
    const { printLoad } = await load('load');
    await printLoad(await compile('pageServer'), resultsOf('load'), process.argv.slice(2));
  } else if (process.argv.includes('bulk')) {
    const { printBulk } = await load('bulk');
    await printBulk(resultsOf('bulk'));
  } else if (process.argv.includes('start')) {
    const { measureStart } = await import('./start.mjs');
    const isGrowth = process.argv.includes('--grow');
    await measureStart(isGrowth ? [1_000, 10_000, 50_000] : [10_000], isGrowth ? 3 : 9, resultsOf('start'));
  } else if (process.argv.includes('map')) {
    const [{ mapWorlds, overviewWorld }, { measureMap }] = await Promise.all([load('mapWorlds'), import('./map.mjs')]);
    const runs = Number(/\d+$/.exec(process.argv.find((word) => word.startsWith('--runs=')) ?? '')?.[0] ?? 5);
    await measureMap(mapWorlds(), overviewWorld(), folder, runs);
  } else if (process.argv.includes('declared')) {
    const { declaredMeasurements, lastKeyTimes } = await load('declared');
    for (const [name, run] of declaredMeasurements()) print(name, time(run, 3, 15));
    print('last key to marks, the rest included', await lastKeyTimes(25));
  } else if (process.argv.includes('scale')) {
    const { printScale } = await load('printScale');
    const picture = process.argv.includes('--picture') ? path.join(root, 'docs', 'performance.svg') : undefined;
    await printScale((run) => time(run, 2, 11), path.dirname(resultsOf('scale')), picture);
  } else {
    const { measurements } = await load('measurements');
    for (const [name, run] of measurements()) print(name, time(run));
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function load(name) {
  return import(pathToFileURL(await compile(name)).href);
}

async function compile(name) {
  const outfile = path.join(folder, `${name}.mjs`);
  await build({
    entryPoints: [path.join(import.meta.dirname, `${name}.ts`)],
    bundle: true,
    external: ['file:*'],
    platform: 'node',
    format: 'esm',
    alias: {
      // The bundler cannot be bundled; from here it is found by its address.
      esbuild: import.meta.resolve('esbuild'),
      vscode: path.join(import.meta.dirname, '..', 'support', 'vscodeStandIn.ts'),
    },
    // Packages written for require, bundled into a module, ask for it.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

function time(run, warmUps = 5, runs = 40) {
  for (let warmUp = 0; warmUp < warmUps; warmUp++) run();
  return Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
}

function print(name, times) {
  const [min, median, max] = [times[0], times[times.length >> 1], times.at(-1)];
  const cells = [min, median, max].map((value) => value.toFixed(2).padStart(9));
  process.stdout.write(`${name.padEnd(44)}${cells.join('')}\n`);
}
