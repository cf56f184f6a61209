import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SandboxAccess } from '../../../src/sandbox/startSandbox';
import { startTestSandbox } from '../../support/sandbox';
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

  const run = async (...args: string[]) => {
    const child = spawn(process.execPath, [bundle, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
    const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), closed])) as [string];
    return { child, closed, line };
  };

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'as a program: prints its access first, serves, ends at %s',
    async (signal) => {
      const { child, closed, line } = await run('--port', '0', '--scenario', 'large', '--nics', '12', '--delay', '0');
      const access = JSON.parse(line) as SandboxAccess;
      expect(Object.keys(access)).toEqual(['url', 'accessKey', 'secretKey', 'viewer', 'scenario']);
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
  ])('as a program: refuses %s %s with a sentence', async (option, value, sentence) => {
    const child = spawn(process.execPath, [bundle, option, value], { stdio: ['ignore', 'ignore', 'pipe'] });
    const said = child.stderr.toArray() as Promise<Buffer[]>;
    expect(await once(child, 'close')).toEqual([2, null]);
    expect(Buffer.concat(await said).toString()).toContain(sentence);
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
    await expect(fetch(access.url)).rejects.toThrow();
  });

  it('closes although clients keep connections open and calls are stalled', async () => {
    const sandbox = await startTestSandbox();
    await sandbox.faults([{ action: '*', fault: 'stall' }]);
    const call = get(sandbox, '/vserver/v2/getRegionList');
    await expect.poll(async () => (await sandbox.requests()).length).toBe(1);
    await Promise.all([expect(call).rejects.toThrow(), sandbox.close()]);
    await expect(fetch(sandbox.url)).rejects.toThrow();
  });
});
