import { writeFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startRawServer } from '../../../support/rawServer';
import { startTestSandbox } from '../../../support/sandbox';
import { openGuardBench, whyNoGuard } from './guardBench';

interface Keys {
  readonly accessKey: string;
  readonly secretKey: string;
}

/** The guard on a server with a role: its metadata service names the roles, and gives these keys one after the other. */
async function open(roles: string, keysOf: (sandboxKeys: Keys) => readonly Keys[]) {
  const sandbox = await startTestSandbox();
  onTestFinished(() => sandbox.close());
  const keys = [...keysOf(sandbox)];
  const folder = '/latest/meta-data/iam/security-credentials/';
  const metadata = await startRawServer(({ target }, response) => {
    if (target === folder) return void response.end(roles);
    const { accessKey, secretKey } = (keys.length > 1 ? keys.shift() : keys[0]) ?? { accessKey: '', secretKey: '' };
    const known = {
      Code: 'Success',
      AccessKeyId: accessKey,
      SecretAccessKey: secretKey,
      Expiration: '2026-11-27T12:00:00+0000',
    };
    response.writeHead(target === `${folder}vip-role` ? 200 : 404).end(JSON.stringify(known, undefined, 1));
  });
  onTestFinished(() => metadata.close());
  const bench = openGuardBench(sandbox.url, metadata.url);
  writeFileSync(`${bench.folder}/etc/keys`, "KEYS='role'\n");
  return { sandbox, metadata, bench };
}

describe.skipIf(whyNoGuard !== '')(`the keys of a server role${whyNoGuard}`, () => {
  it('are asked of the server itself, once for many requests', async () => {
    const { metadata, bench } = await open('vip-role\n', (keys) => [keys]);
    const { journal } = bench.run();
    await bench.keepalived('MASTER');
    await vi.waitFor(() => expect(journal()).toContain('took 10.0.10.100'), { timeout: 15_000, interval: 50 });
    expect(metadata.requests.map(({ target }) => target)).toEqual([
      '/latest/meta-data/iam/security-credentials/',
      '/latest/meta-data/iam/security-credentials/vip-role',
    ]);
  });

  it('are asked for again when NAVER Cloud refuses them', async () => {
    const old = { accessKey: 'ncpOldAccessKey00001', secretKey: 'ncpOldSecretKey00000000000000000000000001' };
    const { metadata, bench } = await open('vip-role', (keys) => [old, keys]);
    const { journal } = bench.run();
    await bench.keepalived('MASTER');
    await vi.waitFor(() => expect(journal()).toContain('took 10.0.10.100'), { timeout: 15_000, interval: 50 });
    expect(metadata.requests).toHaveLength(4);
  });

  it.each([
    ['there are two roles', 'vip-role\nother-role\n'],
    ['its name is no name', '<html>vip-role</html>'],
    ['the role is another one', 'other-role'],
    ['there is none', ''],
  ])('are none where %s: nothing is asked and nothing done', async (_why, roles) => {
    const { sandbox, bench } = await open(roles, (keys) => [keys]);
    const { status, stdout } = await bench.guard('check', 'vip');
    expect(status).toBe(2);
    expect(stdout).toContain('no keys of one server role');
    expect(await sandbox.requests()).toEqual([]);
  });
});
