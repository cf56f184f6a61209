import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { node, openCliBench, twoAddresses, type CliResult } from '../../support/cli';
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
    [['list', cliFile], `takes no files: ${cliFile}. See`],
    [['help', 'frob'], 'There is no command “frob”'],
    [['validate', ''], 'Could not read "": it is a folder.'],
  ])('%j is refused in one line', async (args, words) => {
    const result = await cli.bench.run(...args);
    expectRefused(result, words);
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it.each([
    ['a tab', 'version: 1\n\tregion: KR\n', ':2:1: Not valid YAML'],
    [
      'a mark of the encoding and other line ends',
      '\uFEFFversion: 1\r\ninterfaces: {}\r\nx: 1\r\n',
      ':3:1: Unknown key x',
    ],
    ['an alias', 'version: 1\ninterfaces: { a: &a [], b: *a }\n', ':2:28: YAML aliases are not supported'],
    ['a key twice', 'version: 1\ninterfaces:\n  a: []\n  a: []\n', ':4:3: a is declared twice'],
    ['a key that is a list', 'version: 1\ninterfaces:\n  ? [a, b]\n  : []\n', ':3:5: Expected text.'],
    ['no key', 'version: 1\ninterfaces:\n  : [10.0.10.11]\n', ':3:3: Expected text.'],
    ['leading zeros', 'version: 1\ninterfaces: { a: [010.0.10.11] }\n', ':2:19: Expected an IPv4 address'],
    [
      'a range that is reversed',
      'version: 1\nreserved: [{ range: 10.0.10.9-2 }]\n',
      ':2:21: 10.0.10.9-2 runs backwards',
    ],
    [
      'a day that is none',
      'version: 1\nreserved: [{ address: 10.0.10.9, until: 2027-02-31 }]\n',
      ':2:41: Expected a day, like',
    ],
    ['twenty thousand brackets', '['.repeat(20_000), 'Nested too deeply'],
    ['two million characters', '#'.repeat(2_000_000), ':1:1: The file is too long'],
  ])('a file with %s is refused at its place', async (_, text, words) => {
    cli.bench.write(cliFile, text);
    const result = await cli.bench.run('validate', cliFile);
    expectRefused(result, words);
    for (const line of result.stderr.trimEnd().split('\n')) expect(line).toMatch(/^net\.ncloud-ip\.yaml:\d+:\d+: \S/);
  });

  it('a file of another encoding, and one that never ends, are refused', async () => {
    fs.writeFileSync(path.join(cli.bench.folder, cliFile), Buffer.from([0xb0, 0xe1, 0xc1, 0xa6, 0x3a, 0x20, 0x31]));
    expectRefused(await cli.bench.run('validate', cliFile), `Could not read ${cliFile}: it is not UTF-8.`);
    if (fs.existsSync('/dev/zero')) {
      expectRefused(await cli.bench.run('validate', '/dev/zero'), 'The file is too long');
    }
  });

  it.each([
    ['nothing', ''],
    ['comments alone', '\uFEFF# later\r\n'],
    ['lines between documents alone', '---\n# later\n---\n'],
  ])('a file of %s is good, and it is said that it declares nothing', async (_, text) => {
    cli.bench.write('none.ncloud-ip.yaml', text);
    for (const command of ['validate', 'plan']) {
      const { code, stderr } = await cli.bench.run(command, 'none.ncloud-ip.yaml');
      expect({ code, stderr }).toEqual({
        code: 0,
        stderr: 'none.ncloud-ip.yaml:1:1: Warning: This file declares nothing.\n',
      });
    }
  });

  it.skipIf(process.platform !== 'linux').each([
    ['under which nothing can be made', '/proc', 'it cannot be made there'],
    ['that is a file', cliFile, 'a file is in its place'],
  ])('a state folder %s is named before anything is sent', async (_, folder, why) => {
    cli.bench.env.XDG_STATE_HOME = path.resolve(cli.bench.folder, folder);
    const result = await cli.bench.run('apply', cliFile, '--yes');
    expectRefused(result, path.join(cli.bench.env.XDG_STATE_HOME, 'ncloud-ip'));
    expect(result.stderr).toMatch(new RegExp(`^ncloud-ip: .*: ${why}\\. Set XDG_STATE_HOME .*\\n$`));
    expect(await cli.sandbox.writes()).toEqual([]);
    // What only looks needs none.
    expect((await cli.bench.run('plan', cliFile)).code).toBe(2);
  });

  it.skipIf(process.platform === 'win32')(
    'an apply goes on to its end when nobody reads its output any more',
    async () => {
      cli.bench.write(
        'tokyo.ncloud-ip.yaml',
        'version: 1\nregion: JPN\ninterfaces: { tokyo-web-01/eth0: [172.16.1.20] }\n',
      );
      const { child, ended } = cli.bench.start('apply', cliFile, 'tokyo.ncloud-ip.yaml', '--yes');
      child.stdout!.once('data', () => child.stdout!.destroy());
      const { code, stderr } = await ended;
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const writes = await cli.sandbox.writes();
      expect(writes).toHaveLength(2);
    },
  );

  it.skipIf(!fs.existsSync('/dev/full'))('what a full disk cuts off is no success', async () => {
    const full = fs.openSync('/dev/full', 'w');
    const child = spawn(node, [path.join(cli.built, 'ncloud-ip.js'), 'export', '--lang', 'en'], {
      env: cli.bench.env,
      stdio: ['ignore', full, 'pipe'],
    });
    fs.closeSync(full);
    let stderr = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'ncloud-ip: Could not write the output: ENOSPC.\n' });
  });

  // Windows has no interrupt to send: it ends a process.
  it.skipIf(process.platform === 'win32')(
    'waiting for standard input ends with the first interrupt',
    async () => {
      const child = spawn(node, [path.join(cli.built, 'ncloud-ip.js'), 'validate', '-', '--lang', 'en'], {
        stdio: ['pipe', 'ignore', 'pipe'],
      });
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      const code = new Promise<number | null>((resolve) => child.on('close', resolve));
      // More than a pipe holds is taken in only once it reads: from then on it listens to signals as well.
      child.stdin.on('error', () => undefined);
      await new Promise((resolve) => child.stdin.write('#'.repeat(1_000_000), resolve));
      child.kill('SIGINT');
      expect(await code).toBe(130);
      expect(stderr).toBe('ncloud-ip: Canceled.\n');
    },
    30_000,
  );

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
    const planned = await cli.bench.run('plan', cliFile, '--profile', 'prod');
    expect(planned.code).toBe(2);
    expect(planned.stdout).toMatch(/^prod · KR · 1 API call\n/);
    expectRefused(await cli.bench.run('plan', cliFile), 'Choose one with --profile: prod.');
    // Keys that are left in the variables are not those of the section that was asked for.
    Object.assign(cli.bench.env, { NCLOUD_ACCESS_KEY: 'staging', NCLOUD_SECRET_KEY: 'staging' });
    expect(await cli.bench.run('plan', cliFile, '--profile', 'prod')).toEqual(planned);
    expectRefused(await cli.bench.run('plan', cliFile, '--profile', 'staging'), 'Choose one with --profile: prod.');
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
    const titles = { en: 'Nobody can be asked here', ko: '여기서는 확인할 수 없습니다', ja: 'ここでは確認できません' };
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
    expect((await cli.bench.run('validate', cliFile, '--lang=ja')).stdout).toContain(
      '1 個のファイルに問題はありません。',
    );
  });
});
