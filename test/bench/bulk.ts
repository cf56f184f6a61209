import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { limits } from '../../src/api/limits';
import { maxSecondaryIps } from '../../src/model/networkInterface';
import type { IntentItem } from '../../src/plan/intent';
import { createFileJournal } from '../../src/session/journal/fileJournal';
import { openChangeBench } from '../support/changeBench';
import { recordLog } from '../support/recordLog';

/** What a bulk meets: calls a second that the service allows, ms each call takes, ms an interface takes to rest. */
const service = { rate: 50, latencyMs: 100, restMs: 3_000 };
/** Writes keep to a quarter of the calls. */
const writesASecond = service.rate / 4;

/** Figures of one bulk: one new address on each of so many interfaces. */
interface BulkFigures {
  readonly interfaces: number;
  readonly seconds: number;
  /** Writing as fast as writes may go, and then the last one's look, call, rest and proof. */
  readonly theoreticalSeconds: number;
  readonly callsPerChange: number;
  readonly refused: number;
}

/** Prints what bulks take through executor, client and journal, as shipped, beside what they must take; writes it to `results`. */
export async function printBulk(results: string): Promise<void> {
  print(['interfaces', 'seconds', 'theoretical', 'ratio', 'calls each', '429']);
  const figures: BulkFigures[] = [];
  for (const interfaces of [50, 500]) {
    const one = await measureBulk(interfaces);
    figures.push(one);
    const { seconds, theoreticalSeconds, callsPerChange, refused } = one;
    print([
      ...[String(interfaces), seconds.toFixed(1), theoreticalSeconds.toFixed(1)],
      ...[(seconds / theoreticalSeconds).toFixed(2), callsPerChange.toFixed(2), String(refused)],
    ]);
  }
  await mkdir(path.dirname(results), { recursive: true });
  await writeFile(results, `${JSON.stringify({ node: process.version, service, figures }, undefined, 1)}\n`);
}

async function measureBulk(wanted: number): Promise<BulkFigures> {
  const { rate, latencyMs, restMs } = service;
  const bench = await openChangeBench({ scenario: 'large', nics: wanted * 2, delay: restMs, rate });
  const folder = await mkdtemp(path.join(tmpdir(), 'ncloud-ip-bulk-'));
  try {
    const withRoom = (await bench.read()).interfaces
      .filter(({ secondaryIpList }) => secondaryIpList.length < maxSecondaryIps)
      .slice(0, wanted);
    const items = withRoom.map(({ networkInterfaceNo }): IntentItem => ({
      kind: 'assign',
      networkInterfaceNo,
      secondaryIps: [],
      propose: 1,
    }));
    await bench.sandbox.faults([{ action: '*', fault: 'stall', ms: latencyMs, times: 1_000_000 }]);
    await bench.sandbox.clearRequests();
    const startedAt = performance.now();
    const store = createFileJournal({ folder, log: recordLog() });
    const journal = { store, id: 'bulk', profile: { id: 'p1', name: 'production' }, intent: { items } };
    const { result } = await bench.change(items, { settle: limits.settle, journal });
    const seconds = (performance.now() - startedAt) / 1_000;
    if (result !== 'applied') throw new Error(`the bulk of ${wanted} is ${result}`);
    const requests = await bench.sandbox.requests();
    const rounds = Math.ceil((restMs - limits.settle.firstMs) / limits.settle.everyMs);
    const proofMs = limits.settle.firstMs + rounds * limits.settle.everyMs + 3 * latencyMs;
    return {
      interfaces: wanted,
      seconds,
      theoreticalSeconds: (wanted - 1) / writesASecond + proofMs / 1_000,
      callsPerChange: requests.length / wanted,
      refused: requests.filter(({ status }) => status === 429).length,
    };
  } finally {
    await bench.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function print(cells: readonly string[]): void {
  process.stdout.write(`${cells.map((cell) => cell.padStart(12)).join('')}\n`);
}
