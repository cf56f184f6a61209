import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { SandboxAccess } from '../../../src/sandbox/startSandbox';
import { startTestSandbox } from '../../support/sandbox';
import { sandboxControls } from '../../support/sandboxControls';
import { get } from './rawCall';

describe('the doors into the sandbox', () => {
  let folder: string;
  let bundle: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
    bundle = join(folder, 'sandbox.js');
    const entryPoints = ['src/sandbox/main.ts'];
    await build({ entryPoints, bundle: true, platform: 'node', outfile: bundle, logLevel: 'silent' });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = async (...args: string[]) => runWith([], ...args);
  const runWith = async (node: string[], ...args: string[]) => {
    const child = spawn(process.execPath, [...node, bundle, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    onTestFinished(() => void child.kill());
    const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
    const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), closed])) as [string];
    return { child, closed, line };
  };

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'as a program: prints its access first, serves, ends at %s',
    async (signal) => {
      const { child, closed, line } = await run('--port', '0', '--scenario', 'large', '--nics', '12', '--delay', '0');
      const access = JSON.parse(line) as SandboxAccess;
      expect(Object.keys(access)).toEqual(['url', 'accessKey', 'secretKey', 'viewer', 'controlToken', 'scenario']);
      expect(access).toMatchObject({ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/), scenario: 'large' });
      const answer = await get(access, '/vserver/v2/getNetworkInterfaceList', {}, { key: access.viewer });
      expect(answer.content().totalRows).toBe(12);
      child.kill(signal);
      expect(await closed).toEqual([0, null]);
    },
  );

  it.each([
    ['--scenario', 'huge', 'small, empty, large'],
    ['--delay', 'soon', '--delay needs a whole number'],
    ['--colour', 'red', '--colour'],
    ['--access-key', 'two words', 'without blanks'],
  ])('as a program: refuses %s %s with a sentence', async (option, value, sentence) => {
    const child = spawn(process.execPath, [bundle, option, value], { stdio: ['ignore', 'ignore', 'pipe'] });
    const said = child.stderr.toArray() as Promise<Buffer[]>;
    expect(await once(child, 'close')).toEqual([2, null]);
    expect(Buffer.concat(await said).toString()).toContain(sentence);
  });

  it('as a program: makes its keys and its token anew at each start, made up to be seen', async () => {
    const lines = [(await run()).line, (await run()).line];
    const secrets = lines.map((line) => JSON.parse(line) as SandboxAccess).flatMap(secretsOf);
    expect(new Set(secrets).size).toBe(10);
    for (const secret of secrets) expect(secret).toMatch(/^ncpSandbox(Key|View|Secret|Control)[A-Za-z0-9]+$/);
    expect(secrets.map(({ length }) => length)).toEqual([20, 40, 20, 40, 40, 20, 40, 20, 40, 40]);
  });

  it('as a program: takes the keys it is given', async () => {
    const given = ['--access-key', 'ncpTestAccessKey0001', '--secret-key', 'ncpTestSecretKey0001'];
    const viewer = ['--viewer-access-key', 'ncpTestViewerKey0002', '--viewer-secret-key', 'ncpTestSecretKey0002'];
    const access = JSON.parse((await run(...given, ...viewer)).line) as SandboxAccess;
    expect(secretsOf(access).slice(0, 4)).toEqual([...given, ...viewer].filter((word) => !word.startsWith('--')));
    for (const key of [access, access.viewer]) {
      expect((await get(access, '/vserver/v2/getRegionList', {}, { key })).status).toBe(200);
    }
  });

  // The heap holds a third of what is sent: a log that kept it would end the program.
  it.each([
    ['forms of 255 kB', 400, '/vserver/v2/assignSecondaryIps', 255_000],
    ['paths of 12 kB', 4_000, `/vserver/v2/${'p'.repeat(12_000)}`, 10],
  ])('as a program: lives on in a small heap however many unsigned %s arrive', async (_what, times, path, size) => {
    const { child, closed, line } = await runWith(['--max-old-space-size=32']);
    const access = JSON.parse(line) as SandboxAccess;
    const send = async (count: number) => {
      const body = new URLSearchParams({ note: `${count}`.padEnd(size, 'x') });
      return (await fetch(access.url + path, { method: 'POST', body })).text();
    };
    for (let count = 0; count < times; count += 10) {
      await Promise.all(Array.from({ length: 10 }, (_none, more) => send(count + more)));
    }
    expect(child.exitCode ?? child.signalCode).toBeNull();
    expect(await sandboxControls(access).requests()).toHaveLength(times);
    child.kill();
    await closed;
  });

  it('as a program: says so when the port is taken', async () => {
    const taken = await startTestSandbox();
    const child = spawn(process.execPath, [bundle, '--port', new URL(taken.url).port], { stdio: 'ignore' });
    expect(await once(child, 'close')).toEqual([2, null]);
    await taken.close();
  });

  it('as a worker: takes its options as data, posts its access, ends when told to', async () => {
    const worker = new Worker(bundle, { workerData: { port: 0, scenario: 'empty' } });
    const ended = once(worker, 'exit');
    const [access] = (await once(worker, 'message')) as [SandboxAccess];
    expect(access.scenario).toBe('empty');
    const answer = await get(access, '/vpc/v2/getVpcList');
    expect(answer.content().totalRows).toBe(0);
    worker.postMessage('close');
    expect(await ended).toEqual([0]);
    await expect(fetch(access.url)).rejects.toThrow('fetch failed');
  });

  it('closes although clients keep connections open and calls are stalled', async () => {
    const sandbox = await startTestSandbox();
    await sandbox.faults([{ action: '*', fault: 'stall' }]);
    const call = get(sandbox, '/vserver/v2/getRegionList');
    await expect.poll(async () => (await sandbox.requests()).length).toBe(1);
    await Promise.all([expect(call).rejects.toThrow('fetch failed'), sandbox.close()]);
    await expect(fetch(sandbox.url)).rejects.toThrow('fetch failed');
  });
});

function secretsOf({ accessKey, secretKey, viewer, controlToken }: SandboxAccess): string[] {
  return [accessKey, secretKey, viewer.accessKey, viewer.secretKey, controlToken];
}
