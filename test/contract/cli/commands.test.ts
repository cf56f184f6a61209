import { describe, expect, it } from 'vitest';
import { twoAddresses } from '../../support/cli';
import { cliFile, useCli } from '../../support/cliStage';

describe('ncloud-ip', () => {
  const cli = useCli();

  it('plan ends with 2 while there is something to change, and with 0 once it is applied', async () => {
    const before = await cli.bench.run('plan', cliFile);
    expect(before).toMatchObject({ code: 2, stderr: '' });
    expect(before.stdout).toContain('+ 10.0.10.11');
    expect(await cli.bench.run('apply', cliFile, '--yes')).toMatchObject({ code: 0, stderr: '' });
    expect(await cli.bench.run('plan', cliFile)).toMatchObject({
      code: 0,
      stdout: 'Nothing to change: everything declared is in place.\n',
    });
    const held = (await cli.sandbox.state()).regions[0]?.interfaces.find((one) => one.networkInterfaceNo === '701236');
    expect(held?.secondaryIpList).toEqual(['10.0.10.11', '10.0.10.12']);
  });

  it('apply takes the digest that plan printed, and refuses every other plan', async () => {
    const { stdout } = await cli.bench.run('plan', cliFile, '--json');
    const { digest } = JSON.parse(stdout) as { digest: string };
    await cli.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.11' } });
    const refused = await cli.bench.run('apply', cliFile, '--yes', '--plan-digest', digest);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(`another plan than the one with digest ${digest}`);
    expect(await cli.sandbox.writes()).toEqual([]);
    await cli.sandbox.reset();
    expect((await cli.bench.run('apply', cliFile, '--yes', '--plan-digest', digest)).code).toBe(0);
  });

  it('apply without a terminal needs --yes', async () => {
    const { code, stderr } = await cli.bench.run('apply', cliFile);
    expect(code).toBe(1);
    expect(stderr).toContain('--yes');
    expect(await cli.sandbox.writes()).toEqual([]);
  });

  it('drift names each address with its place, and ends with 2, then with 0', async () => {
    cli.bench.write(cliFile, `${twoAddresses}released: [10.0.10.20]\nmaxRemovals: 0\n`);
    const found = await cli.bench.run('drift', cliFile);
    expect(found.code).toBe(2);
    expect(found.stdout).toBe(
      [
        `${cliFile}:4:17: 10.0.10.11 is missing on web-01/eth0.`,
        `${cliFile}:4:29: 10.0.10.12 is missing on web-01/eth0.`,
        `${cliFile}:5:12: web-02/eth0 holds 10.0.10.20, which should be released.`,
        '',
      ].join('\n'),
    );
    cli.bench.write(cliFile, twoAddresses);
    await cli.bench.run('apply', cliFile, '--yes');
    expect(await cli.bench.run('drift', cliFile)).toMatchObject({ code: 0, stderr: '' });
  });

  it('export writes a file whose plan has no changes, also of one subnet', async () => {
    cli.bench.write('all.ncloud-ip.yaml', (await cli.bench.run('export')).stdout);
    expect((await cli.bench.run('plan', 'all.ncloud-ip.yaml')).code).toBe(0);
    const { code, stdout } = await cli.bench.run(
      'export',
      '--region',
      'KR',
      '--vpc',
      'prod-vpc',
      '--subnet',
      'web-pub',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('web-02: [10.0.10.20, 10.0.10.21]');
    expect(stdout).not.toContain('db-01');
  });

  it('export writes all subnets of a VPC, and nothing of another one', async () => {
    const { stdout } = await cli.bench.run('export', '--vpc', 'prod-vpc');
    expect(stdout).toContain('web-02: [10.0.10.20, 10.0.10.21]');
    expect(stdout).toContain('10.0.20.100');
    expect(stdout).not.toContain('10.0.10.11');
    cli.bench.write('vpc.ncloud-ip.yaml', stdout);
    expect((await cli.bench.run('plan', 'vpc.ncloud-ip.yaml')).code).toBe(0);
  });

  it('takes several files as one: what two declare counts together, and a problem names its file', async () => {
    cli.bench.write('other.ncloud-ip.yaml', 'version: 1\nregion: KR\n\ninterfaces:\n  web-02/eth0: [10.0.10.11]\n');
    const { code, stderr } = await cli.bench.run('plan', cliFile, 'other.ncloud-ip.yaml');
    expect(code).toBe(1);
    expect(stderr).toBe('other.ncloud-ip.yaml:5:17: 10.0.10.11 is declared twice. Declare it once.\n');
  });

  it('holds maxRemovals, and says so where the first one is', async () => {
    cli.bench.write(
      cliFile,
      'version: 1\nregion: KR\nmaxRemovals: 1\ninterfaces:\n  web-01/eth0: [10.0.10.20, 10.0.10.21]\n',
    );
    const { code, stderr } = await cli.bench.run('apply', cliFile, '--yes');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^net\.ncloud-ip\.yaml:5:17: .*maxRemovals/);
  });
});
