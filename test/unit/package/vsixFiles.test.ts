import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { listFiles, PackageManager } from '@vscode/vsce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../host/paths.mjs';

/** Bytes that a file of the VSIX may have at most; whoever needs more says so here. */
const budgets: Readonly<Record<string, number>> = {
  'dist/extension.js': 6_000,
  'dist/services.js': 71_000,
  'dist/features.js': 195_000,
  // YAML is three quarters of it.
  'dist/declared.js': 112_000,
  'dist/api.js': 98_000,
  'dist/shared.js': 42_000,
  'dist/sandbox.js': 69_000,
  // The script of the subnet map, as a browser loads it.
  'dist/mapView.js': 40_000,
  'dist/overviewView.js': 20_000,
  'dist/l10n/bundle.l10n.ja.json': 71_000,
  'media/icon.png': 4_000,
};
const budgetOfOthers = 64_000;
/** As the package holds them, compressed. */
const budgetOfAll = 398_000;

/** Everything else that is shipped; pictures in media/ are for the manifest to name. */
const wanted = [
  ...['package.json', 'package.nls.json', 'package.nls.ja.json', 'package.nls.ko.json'],
  ...['media/list/grammar.json', 'media/list/language.json'],
  ...['media/declared/grammar.json', 'media/declared/language.json', 'media/declared/schema.json'],
  ...['README.md', 'CHANGELOG.md', 'LICENSE'],
];

describe('the VSIX', () => {
  const built = fs.mkdtempSync(path.join(os.tmpdir(), 'ncloud-ip-vsix-'));
  let files: string[] = [];

  beforeAll(async () => {
    files = (await listFiles({ cwd: root, packageManager: PackageManager.None })).map((file) =>
      file.replaceAll('\\', '/'),
    );
    execFileSync(process.execPath, ['esbuild.js', '--production', '--outdir', built], { cwd: root });
    // A production build, on a machine that may be busy with something else.
  }, 180_000);

  afterAll(() => fs.rmSync(built, { recursive: true, force: true }));

  /** As shipped: the bundles of a production build, whatever lies in dist/ now. */
  const placeOf = (file: string): string =>
    file.startsWith('dist/') ? path.join(built, path.relative('dist', file)) : path.join(root, file);
  const bytes = (file: string): number => fs.statSync(placeOf(file)).size;

  it('holds the bundles, the manifest with its texts, the pages of the marketplace and pictures, nothing else', () => {
    const written = fs.readdirSync(built, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bundles = written.map(({ parentPath, name }) =>
      path.join('dist', path.relative(built, parentPath), name).replaceAll('\\', '/'),
    );
    const others = files.filter((file) => !/^media\/[\w/-]+\.(svg|png)$/.test(file));
    expect(others.sort()).toEqual([...bundles, ...wanted].sort());
  });

  it('holds the icon that the manifest names', () => {
    const { icon } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { icon: string };
    expect(files).toContain(icon);
  });

  it('ships the licences of what is inside', () => {
    const notices = fs.readFileSync(path.join(built, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['axios', 'yaml', 'valibot', 'ipaddr.js', '@rgrove/parse-xml'])
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
  });

  it('keeps every file inside its budget', () => {
    const tooLarge = files.filter((file) => bytes(file) > (budgets[file] ?? budgetOfOthers));
    expect(tooLarge.map((file) => `${file}: ${bytes(file)} bytes`)).toEqual([]);
  });

  it('writes scripts in ASCII: one sign beyond it, and a whole script takes two bytes of the heap for each of its signs', () => {
    const scripts = files.filter((file) => file.startsWith('dist/') && file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(10);
    expect(scripts.filter((file) => fs.readFileSync(placeOf(file)).some((byte) => byte > 0x7f))).toEqual([]);
  });

  it('stays inside the budget of the whole', () => {
    const packed = (file: string): number => zlib.deflateRawSync(fs.readFileSync(placeOf(file))).length;
    expect(files.reduce((sum, file) => sum + packed(file), 0)).toBeLessThan(budgetOfAll);
  });
});
