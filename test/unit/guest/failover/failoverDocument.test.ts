import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFailover, type FailoverChoice } from '../../../../src/guest/failover/createFailover';
import type { Failover } from '../../../../src/guest/failover/failover';
import { failoverDocument } from '../../../../src/guest/failover/failoverDocument';
import {
  agentInstall,
  commonInstall,
  keysInstall,
  pacemakerResources,
  serverInstall,
  serverRemove,
} from '../../../../src/guest/failover/installCommands';
import { keepalivedConf } from '../../../../src/guest/failover/keepalivedConf';
import { failoverWords } from '../../../../src/features/guest/failoverText';
import { codeBlocks } from '../../../../src/text/code';
import { root } from '../../../host/paths.mjs';
import { buildInterface, buildNetwork } from '../../../support/buildNetwork';

const server = (name: string, networkInterfaceNo: string, primary: string) => ({
  name,
  networkInterfaceNo,
  device: 'eth0',
  primary,
});
const failover: Failover = {
  gatewayUrl: 'https://ncloud.apigw.ntruss.com',
  regionCode: 'KR',
  prefix: 24,
  addresses: ['10.0.10.100', '10.0.10.101'],
  servers: [server('web-01/eth0', '701236', '10.0.10.14'), server('web-02/eth0', '701237', '10.0.10.6')],
  preempts: false,
};
const [first, second] = failover.servers as [Failover['servers'][number], Failover['servers'][number]];

/** A server's disk in a folder, on which commands run instead of on this machine. */
async function openDisk() {
  const disk = await mkdtemp(path.join(tmpdir(), 'failover-'));
  onTestFinished(() => rm(disk, { recursive: true }));
  for (const folder of ['usr/local/sbin', 'etc/systemd/system', 'etc/keepalived', 'run', 'bin']) {
    await mkdir(path.join(disk, folder), { recursive: true });
  }
  for (const program of ['systemctl', 'apt-get', 'vi', 'ncloud-vip-guard']) {
    const script = `#!/bin/bash\necho "${program} $*" >> ${disk}/calls\n`;
    await writeFile(path.join(disk, 'bin', program), script, { mode: 0o755 });
  }
  const at = (file: string): string => path.join(disk, file);
  return {
    run(commands: string): void {
      const here = commands.replaceAll(/(?<![\w/])\/(etc|usr|run)\//g, `${disk}/$1/`);
      const env = { PATH: `${disk}/bin:${process.env.PATH}` };
      expect(spawnSync('bash', ['--norc', '-c', here], { encoding: 'utf8', env })).toMatchObject({
        status: 0,
        stderr: '',
      });
    },
    read: async (file: string) => (await readFile(at(file), 'utf8')).replaceAll(disk, ''),
    mode: async (file: string) => ((await stat(at(file))).mode & 0o777).toString(8),
    has: (file: string) => existsSync(at(file)),
  };
}

describe.skipIf(process.platform === 'win32')('the commands of a failover', () => {
  it('set up a server, and the same again when they are run twice', async () => {
    const disk = await openDisk();
    const commands = [commonInstall(), keysInstall(), serverInstall(failover, first)];
    for (const command of [...commands, ...commands]) disk.run(command);
    expect(await disk.read('/etc/keepalived/keepalived.conf')).toBe('\ninclude /etc/keepalived/conf.d/*.conf\n');
    expect(await disk.read('/etc/ncloud-vip/vip-10-0-10-100.conf')).toBe(
      "GATEWAY='https://ncloud.apigw.ntruss.com'\nREGION='KR'\nINTERFACE_NO='701236'\nDEVICE='eth0'\n" +
        "ADDRESSES='10.0.10.100 10.0.10.101'\n",
    );
    expect(await disk.mode('/etc/ncloud-vip/keys')).toBe('600');
    expect(await disk.mode('/usr/local/sbin/ncloud-vip-guard')).toBe('755');
    const kept = await readFile(path.join(root, 'src/guest/failover/ncloud-vip-guard.sh'), 'utf8');
    const written = await disk.read('/usr/local/sbin/ncloud-vip-guard');
    // The disk's own folder stands for the root in both.
    expect(written).toBe(kept);
    expect((await disk.read('/calls')).match(/^systemctl restart .*$/gm)).toEqual([
      'systemctl restart ncloud-vip-guard@vip-10-0-10-100 keepalived',
      'systemctl restart ncloud-vip-guard@vip-10-0-10-100 keepalived',
    ]);
  });

  it('leave keys alone that were entered', async () => {
    const disk = await openDisk();
    for (const command of [commonInstall(), keysInstall()]) disk.run(command);
    disk.run("printf '%s\\n' mine > /etc/ncloud-vip/keys");
    disk.run(keysInstall());
    expect(await disk.read('/etc/ncloud-vip/keys')).toBe('mine\n');
  });

  it.each(['  include conf.d/*.conf\n', 'include ${_PWD}/conf.d/*.conf\n'])(
    'include nothing twice where keepalived.conf says %o',
    async (present) => {
      const disk = await openDisk();
      disk.run(`printf '%s' '${present}' > /etc/keepalived/keepalived.conf`);
      for (const command of [commonInstall(), serverInstall(failover, first)]) disk.run(command);
      expect(await disk.read('/etc/keepalived/keepalived.conf')).toBe(present);
    },
  );

  it('take one failover off and leave another, and the guard goes with the last; twice does no harm', async () => {
    const disk = await openDisk();
    const other = { ...failover, addresses: ['10.0.10.200'] };
    for (const command of [commonInstall(), serverInstall(failover, first), serverInstall(other, first)])
      disk.run(command);
    for (let time = 0; time < 2; time++) disk.run(serverRemove(failover));
    expect(disk.has('/etc/ncloud-vip/vip-10-0-10-100.conf')).toBe(false);
    expect(disk.has('/etc/keepalived/conf.d/vip-10-0-10-200.conf')).toBe(true);
    expect(disk.has('/usr/local/sbin/ncloud-vip-guard')).toBe(true);
    for (let time = 0; time < 2; time++) disk.run(serverRemove(other));
    expect(disk.has('/usr/local/sbin/ncloud-vip-guard')).toBe(false);
  });
});

describe('the VRRP instance of a server', () => {
  it('names the other servers as peers, and comes in the order they were chosen', () => {
    const [one, other] = [first, second].map((each) => keepalivedConf(failover, each, '/guard'));
    expect(one).toContain('    unicast_src_ip 10.0.10.14\n    unicast_peer {\n        10.0.10.6\n    }');
    expect(other).toContain('    unicast_src_ip 10.0.10.6\n    unicast_peer {\n        10.0.10.14\n    }');
    expect([one, other].map((text) => /priority (\d+)/.exec(text!)?.[1])).toEqual(['150', '140']);
    expect(one).toContain('nopreempt');
    expect(keepalivedConf({ ...failover, preempts: true }, first, '/guard')).not.toContain('nopreempt');
  });

  it('has every notification, also the one of a master that hears a weaker one', () => {
    const lines = keepalivedConf(failover, first, '/guard').match(/notify_\w+ .*/g);
    expect(lines).toEqual([
      'notify_master "/guard notify vip-10-0-10-100 MASTER" root',
      'notify_backup "/guard notify vip-10-0-10-100 BACKUP" root',
      'notify_fault "/guard notify vip-10-0-10-100 FAULT" root',
      'notify_stop "/guard notify vip-10-0-10-100 STOP" root',
      'notify_master_rx_lower_pri "/guard notify vip-10-0-10-100 MASTER_RX_LOWER_PRI" root',
    ]);
  });

  it('has another virtual_router_id for another address, from 1 to 255', () => {
    const idOf = (address: string): number =>
      Number(/virtual_router_id (\d+)/.exec(keepalivedConf({ ...failover, addresses: [address] }, first, ''))?.[1]);
    const ids = Array.from({ length: 249 }, (_, at) => idOf(`10.0.10.${at + 6}`));
    expect(new Set(ids).size).toBe(249);
    expect(Math.min(...ids)).toBeGreaterThan(0);
    expect(Math.max(...ids)).toBeLessThan(256);
  });
});

describe('a failover', () => {
  const network = buildNetwork({
    interfaces: [
      buildInterface({ networkInterfaceNo: '701236', ip: '10.0.10.14', instanceNo: '1', deviceName: 'eth0' }),
      buildInterface({ networkInterfaceNo: '701237', ip: '10.0.10.6', instanceNo: '2', deviceName: 'eth1' }),
    ],
  });
  const choice: FailoverChoice = {
    networkInterfaceNos: ['701236', '701237'],
    addresses: ['10.0.10.100'],
    preempts: true,
  };
  const create = (changes: Partial<FailoverChoice>, gatewayUrl = 'https://a.example') =>
    createFailover({ ...choice, ...changes }, network, (no) => `server ${no}`, gatewayUrl);

  it('has the real numbers of each server', () => {
    expect(create({})?.servers).toEqual([
      { name: 'server 701236', networkInterfaceNo: '701236', device: 'eth0', primary: '10.0.10.14' },
      { name: 'server 701237', networkInterfaceNo: '701237', device: 'eth1', primary: '10.0.10.6' },
    ]);
  });

  it.each([
    [{ networkInterfaceNos: ['701236'] }],
    [{ networkInterfaceNos: ['701236', '701236'] }],
    [{ networkInterfaceNos: ['701236', 'no such'] }],
    [{ addresses: [] }],
    [{ addresses: ["10.0.10.100'; reboot #"] }],
    [{ addresses: ['10.0.10.100\nreboot'] }],
  ])('is none with %o', (odd) => expect(create(odd)).toBeUndefined());

  it.each(["https://a.example'; reboot #", 'https://a.example/$(reboot)', 'ftp://a.example'])(
    'is none with the gateway %s',
    (odd) => expect(create({}, odd)).toBeUndefined(),
  );

  it('is a document whose blocks are the commands, one set for each server', () => {
    const blocks = codeBlocks(failoverDocument(failover, failoverWords())).map(({ text }) => text);
    expect(blocks[0]).toBe(commonInstall());
    expect(blocks).toContain(serverInstall(failover, first));
    expect(blocks).toContain(serverInstall(failover, second));
    expect(blocks).toContain(agentInstall());
    expect(blocks).toContain(pacemakerResources(failover));
    for (const text of blocks) expect(spawnSync('bash', ['-n'], { input: text }).status).toBe(0);
  });
});
