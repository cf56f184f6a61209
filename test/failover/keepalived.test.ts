import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { debianTool } from '../host/debianTool.mjs';
import { openCluster, type Cluster } from './cluster';
import { scenarios, type Played } from './scenarios';
import { whyNoWires } from './wires';

const runs = Number(process.env.FAILOVER_RUNS ?? 10);
const only = process.env.FAILOVER_SCENARIO;
/** Mostly they wait; more of them at a time would make each other late on two cores. */
const lanes = Math.min(Number(process.env.FAILOVER_LANES ?? 4), runs);

const figures: { name: string; played: Played; milliseconds: number; strays: string[]; byApi: number }[] = [];

const reason = await whyNoWires();
const keepalived = reason ? { reason } : await debianTool('keepalived');
const isHere = 'file' in keepalived;
const title = isHere ? 'real keepalived' : `real keepalived (skipped: ${keepalived.reason})`;
if (!isHere) console.log(title);

it.skipIf(!isHere)(`${title}: the holder is the master in the end, and nobody else ever takes it`, async () => {
  if (!isHere) return;
  const names = Object.keys(scenarios).filter((name) => only === undefined || name === only);
  let next = 0;
  const lane = async (slot: number): Promise<void> => {
    while (next < runs) {
      const at = next++;
      await run(slot, names[at % names.length]!, at);
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, (_, slot) => lane(slot)));
  const failures = ended.flatMap((one) => (one.status === 'rejected' ? [toText(one.reason)] : []));
  expect(failures).toEqual([]);
  expect(figures.flatMap(({ name, strays }) => strays.map((stray) => `${name}: ${stray}`))).toEqual([]);
  expect(figures.filter(({ byApi }) => byApi > 0).map(({ name }) => name)).toEqual([]);
  // A promise about seconds is kept by a machine that has nothing else to do: `npm test` prints them, `npm run test:failover` holds them.
  if (process.env.FAILOVER_RUNS === undefined) return;
  const late = figures.filter(({ played, milliseconds }) => played.kind !== 'kill' && milliseconds > 10_000);
  expect(late.map(({ name, milliseconds }) => `${name}: ${milliseconds} ms`)).toEqual([]);
});

/** Plays one scenario; two and three servers, preempting or not, take turns with each round. */
async function run(slot: number, name: string, at: number): Promise<void> {
  const scenario = scenarios[name]!;
  const round = at + Math.floor(at / Object.keys(scenarios).length);
  const servers = round % 2 === 0 ? 2 : 3;
  const preempts = round % 4 < 2;
  const tools = keepalived as { file: string; env: Record<string, string> };
  const sandbox = scenario.sandbox ? { sandbox: scenario.sandbox } : {};
  const cluster = await openCluster({ slot, servers, preempts, keepalived: tools, ...sandbox });
  try {
    const before = await takeovers(cluster);
    const turns = cluster.servers.flatMap(({ masterMoments }) => masterMoments).length;
    const played = await scenario.play(cluster);
    const milliseconds = await cluster.untilRight(played.from);
    // A guard that is wrong about its role acts at its next looks: it gets the time for them.
    await sleep(7000);
    if (!(await cluster.isRight())) throw new Error(`it did not stay so:\n${cluster.journal.slice(-40).join('\n')}`);
    const isQuiet = played.kind === 'nothing';
    const turned = cluster.servers.flatMap(({ masterMoments }) => masterMoments).length - turns;
    const byApi = isQuiet ? (await takeovers(cluster)) - before + turned : 0;
    const strays = await cluster.strayTakeovers();
    figures.push({ name, played, milliseconds, strays, byApi });
    if (strays.length > 0 || byApi > 0 || milliseconds > 10_000)
      console.log([name, ...cluster.journal, ...(await requestLines(cluster))].join('\n'));
  } catch (error) {
    throw new Error(`${name}, ${servers} servers, preempts: ${preempts}`, { cause: error });
  } finally {
    await cluster.close();
  }
}

function toText(error: unknown): string {
  return error instanceof Error ? [error.message, error.cause].join(': ') : String(error);
}

async function requestLines({ sandbox }: Cluster): Promise<string[]> {
  return (await sandbox.requests()).map(({ time, action, params, status, applied }) =>
    [Date.parse(time), action, params.networkInterfaceNo, status, applied].join(' '),
  );
}

async function takeovers({ sandbox }: Cluster): Promise<number> {
  return (await sandbox.requests()).filter(({ action, applied }) => action === 'assignSecondaryIps' && applied).length;
}

afterAll(() => {
  const of = (kind: Played['kind']): string => {
    const sorted = figures
      .filter(({ played }) => played.kind === kind)
      .map(({ milliseconds }) => milliseconds / 1000)
      .sort((one, other) => one - other);
    if (sorted.length === 0) return 'none';
    return `median ${sorted[sorted.length >> 1]!.toFixed(1)} s, worst ${sorted.at(-1)!.toFixed(1)} s (${sorted.length} runs)`;
  };
  const worst = Object.keys(scenarios).flatMap((name) => {
    const own = figures.filter((one) => one.name === name).map(({ milliseconds }) => milliseconds);
    return own.length === 0 ? [] : [`    ${name}: ${(Math.max(...own) / 1000).toFixed(1)} s (${own.length})`];
  });
  console.log(
    [
      `keepalived, ${figures.length} runs:`,
      `  from a kill to the right holder: ${of('kill')}`,
      `  from a heal to the right holder: ${of('heal')}`,
      `  takeovers by a server that is not master: ${figures.flatMap(({ strays }) => strays).length}`,
      `  failovers because the API failed: ${figures.reduce((sum, { byApi }) => sum + byApi, 0)}`,
      '  worst of each:',
      ...worst,
    ].join('\n'),
  );
});
