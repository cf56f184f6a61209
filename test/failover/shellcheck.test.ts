import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { debianTool } from '../host/debianTool.mjs';
import { root } from '../host/paths.mjs';

const tool = await debianTool('shellcheck');
const title = 'file' in tool ? 'shellcheck' : `shellcheck (skipped: ${tool.reason})`;

it.skipIf(!('file' in tool))(`${title}: has nothing to say of the scripts`, () => {
  if (!('file' in tool)) return;
  const scripts = globSync(['src/**/*.sh', 'test/failover/*.sh'], { cwd: root });
  expect(scripts.length).toBeGreaterThan(1);
  const { stdout } = spawnSync(tool.file, ['--external-sources', ...scripts], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...tool.env },
  });
  expect(stdout).toBe('');
});

/** What came after bash 4.2, by the release notes in its CHANGES file. */
const newer: readonly (readonly [what: string, form: RegExp])[] = [
  ['a negative index of an array (4.3)', /\$\{\w+\[-\d/],
  ['a name that refers to another one (4.3)', /\b(?:local|declare|typeset)\s+-\w*n\b/],
  ['wait for whichever ends first (4.3, 5.1)', /\bwait\s+-[np]\b/],
  ['the time without -1 (4.3)', /%\([^)]*\)T'(?!\s+(?:-1|"?\$))/],
  ['a transformed value (4.4)', /\$\{\w+@\w\}/],
  ['lines with another end (4.4)', /\b(?:mapfile|readarray)\s+-d/],
  ['variables of the time, or a better random number (5.0, 5.1)', /\$\{?(?:EPOCH\w+|SRANDOM)/],
  ['a command in braces (5.3)', /\$\{[ |]/],
];

it.each(['ncloud-vip-guard.sh', 'ncloud-vip.sh'])('%s: has nothing that bash 4.2 of CentOS 7 does not know', (name) => {
  const lines = readFileSync(path.join(root, 'src/guest/failover', name), 'utf8').split('\n');
  const found = newer.flatMap(([what, form]) =>
    lines.flatMap((line, at) => (form.test(line.replace(/#.*/, '')) ? [`line ${at + 1}: ${what}`] : [])),
  );
  expect(found).toEqual([]);
});
