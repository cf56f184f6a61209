import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { keepalivedConf } from '../../src/guest/failover/keepalivedConf';
import { commonFiles, places } from '../../src/guest/failover/serverFiles';
import { debianTool } from '../host/debianTool.mjs';
import { createTemporaryFolder } from '../host/temporaryFolder.mjs';
import { layWires, whyNoWires } from './wires';

const reason = await whyNoWires();
const keepalived = reason ? { reason } : await debianTool('keepalived');
const why = 'reason' in keepalived ? ` (skipped: ${keepalived.reason})` : '';
const hasSystemd = spawnSync('systemd-analyze', ['--version']).error === undefined;

it.skipIf(why !== '')(`the configuration of two failovers on a device passes keepalived's own test${why}`, async () => {
  if (!('file' in keepalived)) return;
  const folder = createTemporaryFolder('kit');
  const servers = ['10.0.10.14', '10.0.10.6'].map((primary, at) => {
    return { name: `web-0${at}`, networkInterfaceNo: `70123${at}`, device: 'eth0', primary };
  });
  const failover = { gatewayUrl: 'https://a.example', regionCode: 'KR', prefix: 24, servers, preempts: false };
  mkdirSync(path.join(folder, 'conf.d'));
  for (const address of ['10.0.10.100', '10.0.10.101']) {
    const text = keepalivedConf({ ...failover, addresses: [address] }, servers[0]!, '/bin/true');
    writeFileSync(path.join(folder, 'conf.d', `${address}.conf`), text);
  }
  const main = path.join(folder, 'keepalived.conf');
  writeFileSync(main, `global_defs {\n    enable_script_security\n}\ninclude ${folder}/conf.d/*.conf\n`);
  const env = { ...process.env, ...keepalived.env };
  const wires = await layWires(20, 2);
  onTestFinished(() => wires.remove());
  const args = ['netns', 'exec', wires.namespaces[0]!, keepalived.file, '-t', '-f', main];
  const { status, stdout, stderr } = spawnSync('ip', args, { encoding: 'utf8', env });
  expect(`${stdout}${stderr}`.trim()).toBe('');
  expect(status).toBe(0);
});

it.skipIf(!hasSystemd)(`systemd has nothing to say of the unit${hasSystemd ? '' : ' (skipped: no systemd)'}`, () => {
  const unit = commonFiles().find(({ path: file }) => file === places.unit)!.text;
  const file = path.join(createTemporaryFolder('unit'), path.basename(places.unit));
  // The program is not installed on this machine.
  writeFileSync(file, unit.replace(places.guard, '/bin/true'));
  const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
  expect(`${stdout}${stderr}`.split('\n').filter((line) => line.includes('ncloud-vip-guard'))).toEqual([]);
});
