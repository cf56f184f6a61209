import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../src/change/journalEntry';
import { twoAddresses, type CliResult } from '../../support/cli';
import { cliFile, useCli } from '../../support/cliStage';

const tokyo = 'version: 1\nregion: JPN\ninterfaces: { tokyo-web-01/eth0: [172.16.1.20] }\n';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the digest of a plan', () => {
  const cli = useCli();

  const digestOf = async (...files: readonly string[]): Promise<string> =>
    (JSON.parse((await cli.bench.run('plan', ...files, '--json')).stdout) as { digest: string }).digest;
  const apply = (digest: string, ...files: readonly string[]): Promise<CliResult> =>
    cli.bench.run('apply', ...files, '--yes', '--plan-digest', digest);
  const writes = async (): Promise<number> => (await cli.sandbox.writes()).length;
  const entries = (): JournalEntry[] => {
    const folder = path.join(cli.bench.env.XDG_STATE_HOME!, 'ncloud-ip', 'journal');
    const names = fs.readdirSync(folder).filter((name) => name.endsWith('.json'));
    return names.map((name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as JournalEntry);
  };

  it('is of several regions the SHA-256 over the list of theirs, and applies all of them or none', async () => {
    cli.bench.write('tokyo.ncloud-ip.yaml', tokyo);
    const files = [cliFile, 'tokyo.ncloud-ip.yaml'];
    const single = [await digestOf(cliFile), await digestOf('tokyo.ncloud-ip.yaml')];
    const both = await digestOf(...files);
    expect(both).toBe(sha256(JSON.stringify(single)));
    // Neither the one nor the other, nor in another order.
    for (const other of [...single, sha256(JSON.stringify(single.toReversed()))]) {
      expect(await apply(other, ...files)).toMatchObject({ code: 1, stderr: expect.stringContaining('another plan') });
    }
    expect(await writes()).toBe(0);
    expect((await apply(both, ...files)).code).toBe(0);
    expect(await writes()).toBe(2);
    // Each entry names the file about its region, not the other one.
    expect(entries().map(({ regionCode, origin }) => [regionCode, origin])).toEqual([
      ['KR', expect.objectContaining({ file: cliFile, fileDigest: sha256(twoAddresses), planDigest: single[0] })],
      ['JPN', expect.objectContaining({ file: files[1], fileDigest: sha256(tokyo), planDigest: single[1] })],
    ]);
    // The same once more: what was approved is in place, and that is said.
    const again = await apply(both, ...files);
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toBe(
      `Nothing to change: an earlier run applied the plan with digest ${both}, and all of it is in place.\n`,
    );
  }, 60_000);

  it('is refused once there is nothing to do, when another machine did it', async () => {
    const digest = await digestOf(cliFile);
    for (const address of ['10.0.10.11', '10.0.10.12']) {
      await cli.sandbox.change({ assign: { networkInterfaceNo: '701236', address } });
    }
    const { code, stdout, stderr } = await apply(digest, cliFile);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^ncloud-ip: This is another plan than .*everything declared is in place.*\n$/);
    // What is approved then is that there is nothing to do.
    expect((await apply(await digestOf(cliFile), cliFile)).code).toBe(0);
  }, 60_000);

  it('is refused when a run here applied it, and something of it was changed back since', async () => {
    const digest = await digestOf(cliFile);
    expect((await apply(digest, cliFile)).code).toBe(0);
    cli.bench.write(cliFile, twoAddresses.replace(', 10.0.10.12', ''));
    await cli.sandbox.change({ unassign: { networkInterfaceNo: '701236', address: '10.0.10.12' } });
    expect((await cli.bench.run('plan', cliFile)).code).toBe(0);
    expect(await apply(digest, cliFile)).toMatchObject({ code: 1, stderr: expect.stringContaining('another plan') });
  }, 60_000);

  it('is good for the run after one that was killed, when everything had been sent', async () => {
    const digest = await digestOf(cliFile);
    await cli.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'stallAfterApply', ms: 60_000 }]);
    const { child, ended } = cli.bench.start('apply', cliFile, '--yes', '--plan-digest', digest);
    await expect.poll(writes, { timeout: 15_000 }).toBe(1);
    child.kill('SIGKILL');
    await ended;
    const next = await apply(digest, cliFile);
    expect(next.code, next.stderr).toBe(0);
    expect(next.stdout).toContain(`an earlier run applied the plan with digest ${digest}`);
    expect(await writes()).toBe(1);
  }, 60_000);

  it('is that of the text on standard input, too', async () => {
    const planned = await cli.bench.runWith(twoAddresses, 'plan', '-', '--json');
    const { digest } = JSON.parse(planned.stdout) as { digest: string };
    expect(digest).toBe(await digestOf(cliFile));
    const done = await cli.bench.runWith(twoAddresses, 'apply', '-', '--yes', '--plan-digest', digest);
    expect(done).toMatchObject({ code: 0, stderr: '' });
    const [{ origin } = {}] = entries();
    expect(origin).toEqual({ kind: 'file', file: '-', fileDigest: sha256(twoAddresses), planDigest: digest });
    const wrong = await cli.bench.runWith('version: 2\n', 'apply', '-', '--yes');
    expect(wrong).toEqual({ code: 1, stdout: '', stderr: '<stdin>:1:10: version must be 1.\n' });
  }, 60_000);
});
