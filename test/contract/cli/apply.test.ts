import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../src/change/journalEntry';
import { planDigest } from '../../../src/plan/planDigest';
import { buildCli, openCliBench, twoAddresses, type CliBench } from '../../support/cli';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox';

describe('ncloud-ip apply', () => {
  let built: string;
  let sandbox: TestSandbox;
  let bench: CliBench;
  const file = 'net.ncloud-ip.yaml';
  beforeAll(async () => {
    built = buildCli();
    sandbox = await startTestSandbox();
  }, 60_000);
  afterAll(() => sandbox.close());
  beforeEach(async () => {
    await sandbox.reset();
    bench = openCliBench(built, sandbox);
    bench.write(file, twoAddresses);
  });

  const entries = (): JournalEntry[] => {
    const folder = path.join(bench.env.XDG_STATE_HOME!, 'ncloud-ip', 'journal');
    const names = fs.readdirSync(folder).filter((name) => name.endsWith('.json'));
    return names.map((name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as JournalEntry);
  };
  const assigned = async (): Promise<number> =>
    (await sandbox.requests()).filter(({ action }) => action === 'assignSecondaryIps').length;
  const held = async (): Promise<readonly string[] | undefined> =>
    (await sandbox.state()).regions[0]?.interfaces.find(({ networkInterfaceNo }) => networkInterfaceNo === '701236')
      ?.secondaryIpList;

  it('keeps with the entry which file asked, of which commit, with which plan, and no key', async () => {
    const git = (...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
        cwd: bench.folder,
        encoding: 'utf8',
      }).trim();
    git('init', '-q');
    git('add', file);
    git('commit', '-qm', 'Declare');
    expect((await bench.run('apply', file, '--yes')).code).toBe(0);
    bench.write(file, twoAddresses.replace('.12', '.13'));
    expect((await bench.run('apply', file, '--yes')).code).toBe(0);
    const [first, second] = entries();
    expect(first?.origin).toEqual({
      kind: 'file',
      file,
      fileDigest: createHash('sha256').update(twoAddresses).digest('hex'),
      commit: git('rev-parse', 'HEAD'),
      planDigest: planDigest(first!.plan),
    });
    expect(second?.origin).not.toHaveProperty('commit');
    expect(JSON.stringify([first, second])).not.toContain(sandbox.accessKey);
  });

  it('goes on after a run that was killed: what was sent is read back, and not sent twice', async () => {
    await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'stallAfterApply', ms: 60_000 }]);
    const { child, ended } = bench.start('apply', file, '--yes');
    await expect.poll(assigned, { timeout: 15_000 }).toBe(1);
    child.kill('SIGKILL');
    await ended;
    expect(entries()[0]).toMatchObject({ state: 'open' });
    const next = await bench.run('apply', file, '--yes');
    expect(next).toMatchObject({ code: 0, stdout: 'Nothing to change: everything declared is in place.\n' });
    expect(next.stderr).toMatch(
      /An earlier run stopped during “Assign 10\.0\.10\.11, 10\.0\.10\.12 to web-01\/eth0”\. The result was read back/,
    );
    expect(entries()[0]).toMatchObject({ state: 'done', result: 'applied', recovered: true });
    expect(await assigned()).toBe(1);
  }, 60_000);

  it('two at once on one interface: one after the other, both end well', async () => {
    await sandbox.reset({ delay: 1_500 });
    bench.write('more.ncloud-ip.yaml', twoAddresses.replace('[10.0.10.11, 10.0.10.12]', '[10.0.10.13]'));
    const runs = await Promise.all([
      bench.run('apply', file, '--yes'),
      bench.run('apply', 'more.ncloud-ip.yaml', '--yes'),
      bench.run('apply', file, '--yes'),
    ]);
    expect(
      runs.map(({ code }) => code),
      JSON.stringify(runs),
    ).toEqual([0, 0, 0]);
    expect([...((await held()) ?? [])].sort()).toEqual(['10.0.10.11', '10.0.10.12', '10.0.10.13']);
    expect(await assigned()).toBe(2);
  }, 60_000);

  it('ends with 1 when the service refuses, and says in whose words', async () => {
    await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'permission' }]);
    const { code, stdout } = await bench.run('apply', file, '--yes');
    expect(code).toBe(1);
    expect(stdout).toContain(
      'Nothing was changed on web-01/eth0. These keys are not allowed to call assignSecondaryIps.',
    );
  });

  it('finds out what a lost answer did before it ends', async () => {
    await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'resetAfterApply' }]);
    const { code, stdout } = await bench.run('apply', file, '--yes');
    expect(code, stdout).toBe(0);
    expect(stdout).toContain('The response was lost, so the result was read back. Nothing was sent twice.');
  }, 60_000);

  it('sends nothing more after a first interrupt, and ends with 130', async () => {
    await sandbox.faults([{ action: 'getNetworkInterfaceList', fault: 'stall', ms: 20_000 }]);
    const { child, ended } = bench.start('apply', file, '--yes');
    await expect
      .poll(async () => (await sandbox.requests()).some(({ action }) => action === 'getNetworkInterfaceList'), {
        timeout: 15_000,
      })
      .toBe(true);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130, stderr: 'ncloud-ip: Cancelled.\n' });
    expect(await assigned()).toBe(0);
  }, 60_000);
});
