import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { signRequest, type KeyPair } from '../../support/signRequest';
import { createOutsideSandboxDoor, createSandboxDoor, type SandboxDoor } from '../../../src/session/sandboxDoor';

const controlToken = 'ncpTestControlToken0001';

describe('sandboxDoor', () => {
  let folder = '';
  let bundle = '';

  // The real sandbox, bundled as it is shipped: a worker cannot run TypeScript.
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'ncloud-ip-door-'));
    bundle = path.join(folder, 'sandbox.cjs');
    const entryPoints = [path.join(import.meta.dirname, '../../../src/sandbox/main.ts')];
    await build({ entryPoints, outfile: bundle, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
  }, 30_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  function door(scenario = 'small', file = bundle): SandboxDoor {
    const opened = createSandboxDoor(file, () => ({ scenario, delay: 0, controlToken }));
    onTestFinished(() => opened.close());
    return opened;
  }
  const stateOf = async (url: string): Promise<{ scenario: string }> =>
    (await (await fetch(`${url}/__sandbox__/state`, { headers: { 'x-sandbox-control': controlToken } })).json()) as {
      scenario: string;
    };

  it('starts a sandbox on loopback with the scenario asked for, and hands over its keys', async () => {
    const { url, accessKey, secretKey } = await door('empty').open();
    expect(new URL(url).hostname).toBe('127.0.0.1');
    expect([accessKey, secretKey].every((key) => key.length > 0)).toBe(true);
    expect((await stateOf(url)).scenario).toBe('empty');
  });

  it('tells when it stopped: its address is worth nothing any more', async () => {
    const opened = door();
    let stops = 0;
    opened.onDidStop(() => stops++);
    await opened.open();
    opened.close();
    expect(stops).toBe(1);
  });

  it('shares one start among all who ask', async () => {
    const shared = door();
    const [a, b] = await Promise.all([shared.open(), shared.open()]);
    expect(a).toBe(b);
    expect(await shared.open()).toBe(a);
  });

  it('takes the sandbox down when it closes, and starts another one afterwards', async () => {
    const reopened = door();
    const first = await reopened.open();
    reopened.close();
    await expect
      .poll(() =>
        stateOf(first.url).then(
          () => 'up',
          () => 'down',
        ),
      )
      .toBe('down');
    const second = await reopened.open();
    expect((await stateOf(second.url)).scenario).toBe('small');
  });

  it('opens another sandbox with other keys, and those of the first open it no more', async () => {
    const reopened = door();
    const first = await reopened.open();
    reopened.close();
    const second = await reopened.open();
    expect(new Set([first, second].flatMap(({ accessKey, secretKey }) => [accessKey, secretKey])).size).toBe(4);
    const ask = async (keys: KeyPair): Promise<number> => {
      const target = '/vserver/v2/getRegionList';
      return (await fetch(second.url + target, { headers: signRequest(keys, 'GET', target) })).status;
    };
    expect([await ask(first), await ask(second)]).toEqual([401, 200]);
  });

  it('lets a sandbox that fills its memory die alone, says so, and opens another', async () => {
    const file = path.join(folder, 'greedy.cjs');
    // It stops at 800 MB: without a limit this process would live, and the door would never say anything.
    await writeFile(
      file,
      `const { parentPort } = require('node:worker_threads');
       parentPort.postMessage({ url: 'http://127.0.0.1:1', accessKey: 'made', secretKey: 'up' });
       const kept = [];
       parentPort.on('message', () => undefined);
       const grow = () => { kept.push(new Array(1e6).fill(0.5)); if (kept.length < 100) setImmediate(grow); };
       setTimeout(grow, 50);`,
    );
    const greedy = door('small', file);
    const stopped = new Promise<void>((resolve) => greedy.onDidStop(resolve));
    await greedy.open();
    await stopped;
    await writeFile(file, `require(${JSON.stringify(bundle)});`);
    expect((await stateOf((await greedy.open()).url)).scenario).toBe('small');
  });

  it('is not closed by an earlier start that was cut short', async () => {
    const reopened = door();
    const first = reopened.open();
    reopened.close();
    const second = reopened.open();
    await expect(first).rejects.toThrow('stopped');
    expect(await reopened.open()).toBe(await second);
    expect((await stateOf((await second).url)).scenario).toBe('small');
  });

  it('forgets a start that failed', async () => {
    const file = path.join(folder, 'broken.cjs');
    await writeFile(file, 'throw new Error("broken");');
    const broken = door('small', file);
    await expect(broken.open()).rejects.toThrow('broken');
    await writeFile(file, `require(${JSON.stringify(bundle)});`);
    await expect(broken.open()).resolves.toHaveProperty('url');
  });

  it('says so when the sandbox ends before it serves', async () => {
    const file = path.join(folder, 'silent.cjs');
    await writeFile(file, 'process.exit(3);');
    await expect(door('small', file).open()).rejects.toThrow('exit code 3');
  });
});

describe('outsideSandboxDoor', () => {
  it('leads to the sandbox whose line it was given, and leaves it running', async () => {
    const line = { url: 'http://127.0.0.1:1', accessKey: 'ncpTestAccessKey0001', secretKey: 'ncpTestSecretKey0001' };
    const outside = createOutsideSandboxDoor(JSON.stringify(line));
    outside.close();
    expect(await outside.open()).toEqual(line);
  });
});
