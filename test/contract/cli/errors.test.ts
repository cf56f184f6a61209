import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCliBench, twoAddresses, type CliResult } from '../../support/cli';
import { cliFile, useCli } from '../../support/cliStage';

describe('ncloud-ip, when something is wrong', () => {
  const cli = useCli();

  /** Exit code 1, a line or a few for people, nothing else. */
  const expectRefused = ({ code, stdout, stderr }: CliResult, words: string): void => {
    expect({ code, stdout }, stderr).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/^\s+at |node:internal|\.js:\d/m);
  };

  it('validate needs neither keys nor network, and names each problem with its place', async () => {
    const alone = openCliBench(cli.built);
    alone.write('good.ncloud-ip.yaml', twoAddresses);
    expect(await alone.run('validate', 'good.ncloud-ip.yaml')).toEqual({
      code: 0,
      stdout: '1 file is valid.\n',
      stderr: '',
    });
    alone.write('bad.ncloud-ip.yaml', 'version: 1\ninterface: {}\nreleased: [10.0.10.1, 10.0.10.1]\n');
    alone.write('worse.ncloud-ip.yaml', 'version: 2\n');
    const { code, stdout, stderr } = await alone.run('validate', 'bad.ncloud-ip.yaml', 'worse.ncloud-ip.yaml');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^bad\.ncloud-ip\.yaml:2:1: .*\nworse\.ncloud-ip\.yaml:1:10: .*\n$/);
  });

  it.each([
    [['frob'], 'There is no command “frob”'],
    [['plan'], 'Name at least one file'],
    [['plan', cliFile, '--region'], '--region needs a value'],
    [['plan', cliFile, '--plan-digest', 'x'], 'has no option --plan-digest'],
    [['apply', cliFile, '--plan-digest', 'x'], '64 hexadecimal digits'],
    [['plan', 'none.yaml'], 'Could not read none.yaml: there is no such file.'],
    [['plan', cliFile, '--timeout', '0'], '--timeout is a number from 1 to 300'],
    [['plan', cliFile, '--profile', 'other', '--lang', 'fr'], '--lang is one of en, ko, ja'],
    [['list', '--region', 'XX'], 'There is no region XX'],
    [['list', cliFile], 'takes no files'],
  ])('%j is refused in one line', async (args, words) => {
    const result = await cli.bench.run(...args);
    expectRefused(result, words);
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('wrong keys, half a pair, no keys and a gateway in the open are told apart', async () => {
    cli.bench.env.NCLOUD_SECRET_KEY = 'x'.repeat(40);
    expectRefused(await cli.bench.run('plan', cliFile), 'rejected these keys');
    delete cli.bench.env.NCLOUD_SECRET_KEY;
    expectRefused(await cli.bench.run('plan', cliFile), 'NCLOUD_ACCESS_KEY is set, but not the other half');
    delete cli.bench.env.NCLOUD_ACCESS_KEY;
    expectRefused(await cli.bench.run('plan', cliFile), 'No keys.');
    Object.assign(cli.bench.env, {
      NCLOUD_API_GW: 'http://example.com',
      NCLOUD_ACCESS_KEY: 'a',
      NCLOUD_SECRET_KEY: 'b',
    });
    expectRefused(await cli.bench.run('plan', cliFile), 'must be https');
    delete cli.bench.env.NCLOUD_API_GW;
    cli.bench.env.NCLOUD_SITE = 'privat';
    expectRefused(await cli.bench.run('plan', cliFile), 'NCLOUD_SITE is one of public, gov, fin');
  });

  it('takes keys from a section of ~/.ncloud/configure, and names the sections when there is no such one', async () => {
    const { NCLOUD_ACCESS_KEY, NCLOUD_SECRET_KEY, HOME } = cli.bench.env;
    delete cli.bench.env.NCLOUD_ACCESS_KEY;
    delete cli.bench.env.NCLOUD_SECRET_KEY;
    fs.mkdirSync(path.join(HOME!, '.ncloud'), { recursive: true });
    fs.writeFileSync(
      path.join(HOME!, '.ncloud', 'configure'),
      `[prod]\nncloud_access_key_id = ${NCLOUD_ACCESS_KEY!}\nncloud_secret_access_key = ${NCLOUD_SECRET_KEY!}\n`,
    );
    expect((await cli.bench.run('plan', cliFile, '--profile', 'prod')).code).toBe(2);
    expectRefused(await cli.bench.run('plan', cliFile), 'Choose one with --profile: prod.');
    cli.bench.write(cliFile, `${twoAddresses}profile: test\n`);
    expectRefused(
      await cli.bench.run('plan', cliFile, '--profile', 'prod'),
      `${cliFile}:5:10: This is about profile test, not prod.`,
    );
  });

  it('no network and a slow server end with what to do', async () => {
    await cli.sandbox.faults([{ action: '*', fault: 'stall', ms: 10_000, times: 100 }]);
    expectRefused(await cli.bench.run('plan', cliFile, '--timeout', '1'), '--timeout SECONDS');
    cli.bench.env.NCLOUD_API_GW = 'http://127.0.0.1:9';
    expectRefused(await cli.bench.run('plan', cliFile), 'Could not reach NAVER Cloud. (ECONNREFUSED)');
  }, 60_000);

  it('writes no secret anywhere, in three languages', async () => {
    const { accessKey, secretKey } = cli.sandbox;
    const titles = { en: 'Nobody can be asked here', ko: '--yes', ja: '--yes' };
    for (const [language, words] of Object.entries(titles)) {
      const { stdout, stderr } = await cli.bench.run(
        'apply',
        cliFile,
        '--verbose',
        '--log',
        'run.log',
        '--lang',
        language,
      );
      expect(stderr).toContain(words);
      const log = fs.readFileSync(path.join(cli.bench.folder, 'run.log'), 'utf8');
      expect(log).toContain('getNetworkInterfaceList');
      for (const text of [stdout, stderr, log]) {
        expect(text).not.toContain(secretKey);
        expect(text).not.toContain(accessKey);
      }
    }
    const { stdout } = await cli.bench.run('plan', cliFile, '--lang', 'ko');
    expect(stdout).toContain('호출 1건');
    expect((await cli.bench.run('validate', cliFile, '--lang=ja')).stdout).not.toContain('valid');
  });
});
