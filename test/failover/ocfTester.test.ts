import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { debianTool } from '../host/debianTool.mjs';
import { root } from '../host/paths.mjs';
import { createTemporaryFolder } from '../host/temporaryFolder.mjs';
import { startTestSandbox } from '../support/sandbox';
import { openGuardBench, whyNoGuard } from '../unit/guest/failover/guardBench';

const tester = await debianTool('ocf-tester', 'resource-agents');
const lint = await debianTool('xmllint', 'libxml2-utils');
const reason = [tester, lint].map((tool) => ('reason' in tool ? tool.reason : '')).find(Boolean);
const isRoot = process.getuid?.() === 0;
const why = whyNoGuard || (reason ? ` (skipped: ${reason})` : isRoot ? '' : ' (skipped: needs root)');

it.skipIf(why !== '')(`ocf-tester has nothing to say of the resource agent${why}`, async () => {
  if (!('file' in tester) || !('file' in lint)) return;
  const sandbox = await startTestSandbox();
  onTestFinished(() => sandbox.close());
  const bench = openGuardBench(sandbox.url);
  bench.setKeys(sandbox);
  // It also asks as nobody, who cannot read the folders of others.
  const folder = createTemporaryFolder('ocf');
  chmodSync(folder, 0o755);
  const place = (from: string, to: string): string => {
    const file = path.join(folder, to);
    copyFileSync(path.join(root, 'src/guest/failover', from), file);
    chmodSync(file, 0o755);
    return file;
  };
  const guard = place('ncloud-vip-guard.sh', 'ncloud-vip-guard');
  const agent = place('ncloud-vip.sh', 'ncloud-vip');
  // The package is unpacked, not installed: its program looks for the DTD where it would be.
  const data = path.join(path.dirname(tester.file), '..', 'share');
  const program = path.join(folder, 'ocf-tester');
  const script = readFileSync(tester.file, 'utf8').replace(/^DATADIR=.*$/m, `DATADIR='${data}'`);
  writeFileSync(program, script, { mode: 0o755 });
  mkdirSync(path.join(folder, 'run'));
  const env = {
    ...lint.env,
    PATH: `${path.dirname(lint.file)}:${process.env.PATH}`,
    OCF_ROOT: path.join(data, '..', 'lib', 'ocf'),
    NCLOUD_VIP_GUARD: guard,
    NCLOUD_VIP_CONFIG: `${bench.folder}/etc`,
    HA_RSCTMP: path.join(folder, 'run'),
  };
  const child = spawn(program, ['-n', 'vip', '-o', 'name=vip', agent], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += String(part)));
  const status = await new Promise((resolve) => child.once('close', resolve));
  expect(said).toContain('passed all tests');
  expect(said).not.toMatch(/\bERROR\b|rc=[1-9]\d*: /);
  expect(status).toBe(0);
});
