import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
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
