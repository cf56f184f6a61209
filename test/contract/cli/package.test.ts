import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createTemporaryFolder } from '../../host/temporaryFolder.mjs';
import { accountOf, buildCli, twoAddresses } from '../../support/cli';
import { startTestSandbox } from '../../support/sandbox';

/** Bytes of everything that is installed; the largest parts are the MCP server with zod, axios, YAML, the texts of two languages and licences. */
const budget = 1_150_000;

/** Of what is inside the program: a library for each licence and each place where a package keeps it. */
const bundled = [
  ['yaml', 'Copyright Eemeli Aro'],
  ['axios', 'Copyright (c) 2014-present Matt Zabriskie'],
  ['canonicalize', 'Apache License'],
  ['https-proxy-agent', 'Nathan Rajlich'],
  ['@rgrove/parse-xml', 'Copyright Ryan Grove'],
] as const;

describe('the package of the command line tool', () => {
  it('is packed, installed into an empty folder without any network, and runs', async () => {
    const built = buildCli();
    const folder = createTemporaryFolder('cli-install');
    const npm = (args: string[], cwd: string): string =>
      execFileSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
    const [packed] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], built)) as [
      { filename: string; unpackedSize: number; files: { path: string }[] },
    ];
    expect(
      packed.files
        .map(({ path: name }) => name.replace(/^chunks\/.*/, 'chunks/'))
        .filter((name, index, all) => all.indexOf(name) === index)
        .sort(),
    ).toEqual(
      [
        'LICENSE',
        'README.md',
        'THIRD-PARTY-NOTICES.txt',
        'chunks/',
        'l10n/ja.json',
        'l10n/ko.json',
        'ncloud-ip.js',
        'package.json',
        'schemas/drift.schema.json',
        'schemas/file.schema.json',
        'schemas/list.schema.json',
        'schemas/plan.schema.json',
      ].sort(),
    );
    expect(packed.unpackedSize).toBeLessThan(budget);
    npm(['install', '--offline', '--no-audit', '--no-fund', `./${packed.filename}`], folder);
    expect(fs.readdirSync(path.join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'ncloud-ip',
    ]);
    const notices = fs.readFileSync(path.join(folder, 'node_modules', 'ncloud-ip', 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const [name, copyright] of bundled) {
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
      expect(notices, name).toContain(copyright);
    }

    const sandbox = await startTestSandbox();
    try {
      const env = { PATH: process.env.PATH, HOME: folder, ...accountOf(sandbox) };
      fs.writeFileSync(path.join(folder, 'net.ncloud-ip.yaml'), twoAddresses);
      const program = path.join(folder, 'node_modules', '.bin', 'ncloud-ip');
      const run = promisify(execFile);
      const options = { cwd: folder, env, shell: process.platform === 'win32' };
      expect((await run(program, ['--version'], options)).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
      await expect(run(program, ['plan', 'net.ncloud-ip.yaml', '--lang', 'ja'], options)).rejects.toMatchObject({
        code: 2,
        stdout: expect.stringContaining('ダイジェスト') as string,
      });
      expect((await run(program, ['apply', 'net.ncloud-ip.yaml', '--yes'], options)).stdout).toContain('now has');
    } finally {
      await sandbox.close();
    }
  }, 120_000);
});
