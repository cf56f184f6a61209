import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { latencyMs, measureLoad, measureThrottled, type LoadFigures, type ThrottledFigures } from './loadMeasurements';

const sizes: readonly (readonly [interfaces: number, runs: number])[] = [
  [1_000, 101],
  [10_000, 15],
  [50_000, 5],
];

/**
 * Prints what a load costs beside a bare client, and how well the pace keeps to a service that allows less; writes both to
 * `results`. `program` is the compiled service. The first number of `words` picks one size; `throttled`, only the second table.
 */
export async function printLoad(program: string, results: string, words: readonly string[]): Promise<void> {
  const only = Number(words.find((word) => /^\d+$/.test(word)));
  const isPart = only > 0 || words.includes('throttled');
  const loads: LoadFigures[] = [];
  const throttled: ThrottledFigures[] = [];
  const wanted = words.includes('throttled') ? [] : sizes.filter(([interfaces]) => !(only > 0) || interfaces === only);
  if (wanted.length > 0) {
    print(['', '', '', '', 'at once:', '', '', '', '', '', `${latencyMs} ms a call:`, '', '', 'and 50/s:', '', '']);
    const each = ['bare ms', 'pace off', '÷ bare'];
    print([
      'interfaces',
      'calls',
      'MB',
      'kB each',
      ...each,
      'bare CPU',
      'CPU',
      '÷ bare',
      ...each,
      'shipped',
      '÷ pace off',
      '429',
    ]);
  }
  for (const [interfaces, runs] of wanted) {
    const one = await measureLoad(program, interfaces, runs);
    loads.push(one);
    const {
      calls,
      megabytes,
      kilobytesEach,
      bare,
      paceOff,
      slowBare,
      slowPaceOff,
      shippedMs,
      unpacedMs,
      shippedRefused,
    } = one;
    print([
      ...[String(interfaces), String(calls), megabytes.toFixed(1), kilobytesEach.toFixed(2)],
      ...[bare.wall.toFixed(1), paceOff.wall.toFixed(1), (paceOff.wall / bare.wall).toFixed(2)],
      ...[bare.cpu.toFixed(1), paceOff.cpu.toFixed(1), (paceOff.cpu / bare.cpu).toFixed(2)],
      ...[slowBare.wall.toFixed(1), slowPaceOff.wall.toFixed(1), (slowPaceOff.wall / slowBare.wall).toFixed(2)],
      ...[shippedMs.toFixed(1), (shippedMs / unpacedMs).toFixed(2), String(shippedRefused)],
    ]);
  }
  if (!(only > 0)) {
    print(['5 a second', 'seconds', 'used', '429', 'after 1 s', 'most in 10 s']);
    for (const retryAfter of [false, true]) {
      const one = await measureThrottled(program, retryAfter, 60);
      throttled.push(one);
      print([
        ...[retryAfter ? 'Retry-After' : 'says only 429', String(one.seconds), `${(one.used * 100).toFixed(1)} %`],
        ...[String(one.refused), String(one.refusedLater), String(one.mostInTenSeconds)],
      ]);
    }
  }
  if (isPart) return;
  await mkdir(path.dirname(results), { recursive: true });
  await writeFile(results, `${JSON.stringify({ node: process.version, loads, throttled }, undefined, 1)}\n`);
}

function print(cells: readonly string[]): void {
  process.stdout.write(`${cells.map((cell) => cell.padStart(11)).join('')}\n`);
}
