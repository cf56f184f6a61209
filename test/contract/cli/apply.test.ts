import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../src/change/journalEntry';
import { planDigest } from '../../../src/plan/planDigest';
import { twoAddresses } from '../../support/cli';
import { cliFile, useCli } from '../../support/cliStage';

describe('ncloud-ip apply', () => {
  const cli = useCli();

  const entries = (): JournalEntry[] => {
    const folder = path.join(cli.bench.env.XDG_STATE_HOME!, 'ncloud-ip', 'journal');
    const names = fs.readdirSync(folder).filter((name) => name.endsWith('.json'));
    return names.map((name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as JournalEntry);
  };
  const assigned = async (): Promise<number> => (await cli.sandbox.writes()).length;
  const held = async (): Promise<readonly string[] | undefined> =>
    (await cli.sandbox.state()).regions[0]?.interfaces.find(({ networkInterfaceNo }) => networkInterfaceNo === '701236')
      ?.secondaryIpList;

  it('keeps with the entry which file asked, of which commit, with which plan, and no key', async () => {
    const git = (...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
        cwd: cli.bench.folder,
        encoding: 'utf8',
      }).trim();
    git('init', '-q');
    git('add', cliFile);
    git('commit', '-qm', 'Declare');
    expect((await cli.bench.run('apply', cliFile, '--yes')).code).toBe(0);
    cli.bench.write(cliFile, twoAddresses.replace('.12', '.13'));
    expect((await cli.bench.run('apply', cliFile, '--yes')).code).toBe(0);
    const [first, second] = entries();
    expect(first?.origin).toEqual({
      kind: 'file',
      file: cliFile,
      fileDigest: createHash('sha256').update(twoAddresses).digest('hex'),
      commit: git('rev-parse', 'HEAD'),
      planDigest: planDigest(first!.plan),
    });
    expect(second?.origin).not.toHaveProperty('commit');
    expect(JSON.stringify([first, second])).not.toContain(cli.sandbox.accessKey);
  });

  it('goes on after a run that was killed: what was sent is read back, and not sent twice', async () => {
    await cli.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'stallAfterApply', ms: 60_000 }]);
    const { child, ended } = cli.bench.start('apply', cliFile, '--yes');
    await expect.poll(assigned, { timeout: 15_000 }).toBe(1);
    child.kill('SIGKILL');
    await ended;
    expect(entries()[0]).toMatchObject({ state: 'open' });
    const next = await cli.bench.run('apply', cliFile, '--yes');
    expect(next).toMatchObject({ code: 0, stdout: 'Nothing to change: everything declared is in place.\n' });
    expect(next.stderr).toMatch(
      /An earlier run stopped during “Assign 10\.0\.10\.11, 10\.0\.10\.12 to web-01\/eth0”\. The result was read back/,
    );
    expect(entries()[0]).toMatchObject({ state: 'done', result: 'applied', recovered: true });
    expect(await assigned()).toBe(1);
  }, 60_000);

  it('two at once on one interface: one after the other, both end well', async () => {
    await cli.sandbox.reset({ delay: 1_500 });
    cli.bench.write('more.ncloud-ip.yaml', twoAddresses.replace('[10.0.10.11, 10.0.10.12]', '[10.0.10.13]'));
    const runs = await Promise.all([
      cli.bench.run('apply', cliFile, '--yes'),
      cli.bench.run('apply', 'more.ncloud-ip.yaml', '--yes'),
      cli.bench.run('apply', cliFile, '--yes'),
    ]);
    expect(
      runs.map(({ code }) => code),
      JSON.stringify(runs),
    ).toEqual([0, 0, 0]);
    expect([...((await held()) ?? [])].sort()).toEqual(['10.0.10.11', '10.0.10.12', '10.0.10.13']);
    expect(await assigned()).toBe(2);
  }, 60_000);

  it('ends with 1 when the service refuses, and says in whose words', async () => {
    await cli.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'permission' }]);
    const { code, stdout } = await cli.bench.run('apply', cliFile, '--yes');
    expect(code).toBe(1);
    expect(stdout).toContain(
      'Nothing was changed on web-01/eth0. These keys are not allowed to call assignSecondaryIps.',
    );
  });

  it('finds out what a lost answer did before it ends', async () => {
    await cli.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'resetAfterApply' }]);
    const { code, stdout } = await cli.bench.run('apply', cliFile, '--yes');
    expect(code, stdout).toBe(0);
    expect(stdout).toContain('The response was lost, so the result was read back. Nothing was sent twice.');
  }, 60_000);

  it('sends nothing more after a first interrupt, and ends with 130', async () => {
    await cli.sandbox.faults([{ action: 'getNetworkInterfaceList', fault: 'stall', ms: 20_000 }]);
    const { child, ended } = cli.bench.start('apply', cliFile, '--yes');
    await expect
      .poll(async () => (await cli.sandbox.requests()).some(({ action }) => action === 'getNetworkInterfaceList'), {
        timeout: 15_000,
      })
      .toBe(true);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130, stderr: 'ncloud-ip: Canceled.\n' });
    expect(await assigned()).toBe(0);
  }, 60_000);
});
