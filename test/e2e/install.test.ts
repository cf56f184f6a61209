import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { version } from '../../package.json';
import { installVsix } from '../host/installVsix.mjs';
import { packCopy } from '../host/packCopy.mjs';

it('the VSIX installs into a real VS Code, with its bundles and texts', { timeout: 120_000 }, async () => {
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'ncloud-ip-vsix-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const installed = await installVsix(await packCopy(folder), folder);
  expect(installed.listed).toBe(`ncloud-ip.ncloud-ip@${version}`);
  const bundles = fs.readdirSync(path.join(installed.folder, 'dist')).sort();
  const names = [
    'api',
    'change',
    'declared',
    'declaredEditor',
    'doctor',
    'extension',
    'features',
    'guest',
    'ipaddr',
    'journal',
    'list',
    'listEditor',
    'map',
    'mapView',
    'overviewView',
    'readings',
    'sandbox',
    'services',
    'shared',
    'texts',
    'tools',
    'tree',
  ];
  expect(bundles).toEqual(
    [...names.map((name) => `${name}.js`), 'mapStyle.css', 'THIRD-PARTY-NOTICES.txt', 'l10n'].sort(),
  );
  expect(fs.readdirSync(path.join(installed.folder, 'dist', 'l10n')).length).toBe(2);
});
