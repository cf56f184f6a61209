import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { curveSvg, type Curve } from './curve';
import type { HistoryFigures } from './journalMeasurements';
import { measureMoves, measureRefreshes, scaleRows, type ScaleRow, type Times } from './scale';

/** What `start` keeps of a size. */
interface StartFigures {
  readonly interfaces: number;
  readonly firstRowMs: number;
  readonly wholeMs: number;
}

/**
 * Prints what regions of 1,000 to 100,000 interfaces cost, what 1,000 moves do, and what refreshes leave behind; writes it to
 * `scale.json` in `folder`, and the growth as a picture to `picture` when one is wanted, with what `start` and `journal` left there.
 */
export async function printScale(times: Times, folder: string, picture?: string): Promise<void> {
  const rows = scaleRows(times);
  print(['interfaces', 'addresses', 'network ms', 'index ms', 'find p95 ms', 'one changed ms', 'kB each']);
  for (const row of rows)
    print([
      ...[String(row.interfaces), String(row.addresses), row.networkMs.toFixed(1), row.indexMs.toFixed(1)],
      ...[row.findP95Ms.toFixed(2), row.changedMs.toFixed(2), row.kilobytesEach.toFixed(2)],
    ]);
  const moves = measureMoves(times);
  print(['1,000 moves at 10,000:', `plan ${moves.planMs.toFixed(1)} ms`, `undo ${moves.undoMs.toFixed(1)} ms`]);
  const memory = await measureRefreshes();
  print(['heap of 10,000:', `${memory.first.toFixed(0)} kB`, `after 100 refreshes ${memory.last.toFixed(0)} kB`]);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'scale.json'), `${JSON.stringify({ rows, moves, memory }, undefined, 2)}\n`);
  if (picture) await writeFile(picture, curveSvg([...curvesOf(rows), ...(await otherCurves(folder))]));
}

/** Of a start in a real VS Code, and of a history, which grows by its entries. */
async function otherCurves(folder: string): Promise<Curve[]> {
  const read = async <T>(name: string): Promise<T[]> =>
    JSON.parse(await readFile(path.join(folder, `${name}.json`), 'utf8').catch(() => '[]')) as T[];
  const starts = await read<StartFigures>('start');
  const histories = await read<HistoryFigures>('journal');
  const curves: Curve[] = [
    { name: 'start: first row', points: starts.map((one) => [one.interfaces, one.firstRowMs]) },
    { name: 'start: whole region', points: starts.map((one) => [one.interfaces, one.wholeMs]) },
    {
      name: 'History, by entries',
      points: histories.filter(({ entries }) => entries >= 1_000).map((one) => [one.entries, one.shownMs]),
    },
  ];
  return curves.filter(({ points }) => points.length > 0);
}

function curvesOf(rows: readonly ScaleRow[]): Curve[] {
  const curve = (name: string, of: (row: ScaleRow) => number): Curve => ({
    name,
    points: rows.map((row) => [row.interfaces, of(row)]),
  });
  return [
    curve('network joined', ({ networkMs }) => networkMs),
    curve('index made', ({ indexMs }) => indexMs),
    curve('a keystroke in Find', ({ findP95Ms }) => findP95Ms),
    curve('one changed', ({ changedMs }) => changedMs),
  ];
}

function print(cells: readonly string[]): void {
  process.stdout.write(`${cells.map((cell) => cell.padStart(16)).join('')}\n`);
}
