import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { guestCommands } from '../../../src/guest/guestCommands';
import type { GuestInput } from '../../../src/guest/guestFacts';
import type { Block, GuestSystem, SystemCommands } from '../../../src/guest/systems/system';

const input: GuestInput = {
  device: 'eth1',
  prefix: 22,
  primary: '10.0.8.14',
  gains: ['10.0.9.11', '10.0.10.12'],
  loses: ['10.0.8.30'],
  keeps: ['10.0.8.40'],
};
const ids: GuestSystem[] = ['ubuntu', 'rocky', 'centos7', 'debian', 'windows', 'temporary'];

function system(id: GuestSystem, changes: Partial<GuestInput> = {}): SystemCommands {
  return guestCommands({ ...input, ...changes }).systems.find((one) => one.id === id)!;
}
const blocksOf = ({ add, remove, check }: SystemCommands): Block[] => [...add, ...remove, ...check];
const textOf = (blocks: readonly Block[]): string => blocks.map(({ text }) => text).join('\n');
const parseIni = (text: string): Record<string, string> =>
  Object.fromEntries(text.split('\n').map((line) => line.split('=') as [string, string]));

describe('every system', () => {
  it.each(ids)('%s adds each gained address, removes each lost one and shows how to check', (id) => {
    const { add, remove, check } = system(id);
    for (const address of input.gains) expect(textOf(add)).toContain(address);
    expect(textOf(add)).not.toContain('10.0.8.30');
    // Alias files are found by the address's offset in its subnet.
    expect(textOf(remove)).toMatch(/10\\?\.0\\?\.8\\?\.30|eth1[:-]30\b|60-secondary-eth1/);
    expect(check.length).toBeGreaterThan(0);
  });

  it.each(ids)('%s has nothing to add or to remove when nothing is gained or lost', (id) => {
    const { add, remove } = system(id, { gains: [], loses: [] });
    expect([...add, ...remove]).toEqual([]);
  });

  it.each(ids)('%s never names a gateway for the address', (id) => {
    const { add, remove } = system(id);
    expect(textOf([...add, ...remove])).not.toMatch(
      /gateway4|GATEWAY=|DefaultGateway|^\s*gateway |via |routes|gwmetric/m,
    );
  });

  it.each(ids.filter((id) => id !== 'windows'))('%s writes shell commands that bash can read', (id) => {
    for (const block of blocksOf(system(id)).filter(({ language }) => language === 'sh')) {
      const { status, stderr } = spawnSync('bash', ['-n'], { input: block.text, encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(status).toBe(0);
    }
  });

  it('is likely when the platform of the server hints at it, and then comes first', () => {
    const first = (systemHint: string): string[] =>
      guestCommands({ ...input, systemHint })
        .systems.filter(({ isLikely }, at, all) => isLikely && all.slice(0, at).every((before) => before.isLikely))
        .map(({ id }) => id);
    expect(first('UBS64')).toEqual(['ubuntu']);
    expect(first('WND64')).toEqual(['windows']);
    expect(first('LNX64')).toEqual(['rocky', 'centos7']);
    expect(first('')).toEqual([]);
    expect(
      guestCommands({ ...input, systemHint: 'LNX64' })
        .systems.map(({ id }) => id)
        .toSorted(),
    ).toEqual(ids.toSorted());
  });
});

describe('netplan', () => {
  const fileOf = (blocks: readonly Block[]) => blocks.find(({ language }) => language === 'yaml');
  const addressesIn = (block: Block | undefined, device = 'eth1'): unknown =>
    parse(block!.text).network.ethernets[device].addresses;

  it('gets a file of its own that lists every secondary IP with the prefix of the subnet', () => {
    const file = fileOf(system('ubuntu').add)!;
    expect(file.path).toBe('/etc/netplan/60-secondary-eth1.yaml');
    expect(parse(file.text)).toEqual({
      network: {
        version: 2,
        ethernets: { eth1: { addresses: ['10.0.8.40/22', '10.0.9.11/22', '10.0.10.12/22'] } },
      },
    });
  });

  it('lists the same without what was lost, or goes when nothing is left', () => {
    expect(addressesIn(fileOf(system('ubuntu', { gains: ['10.0.8.30'] }).remove))).toEqual(['10.0.8.40/22']);
    const { remove } = system('ubuntu', { gains: [], keeps: [] });
    expect(textOf(remove)).toBe('rm /etc/netplan/60-secondary-eth1.yaml\nnetplan generate && netplan apply');
  });

  it('is readable by root only and applied, when it can be read, before the addresses are announced', () => {
    const [, applies, announces] = system('ubuntu').add;
    expect(applies?.text).toBe('chmod 600 /etc/netplan/60-secondary-eth1.yaml\nnetplan generate && netplan apply');
    expect(announces?.text.match(/^arping .*$/gm)).toHaveLength(2);
  });

  it('waits for no answer that a pasted line would give, and uses what the first releases of 18.04 have', () => {
    expect(textOf(blocksOf(system('ubuntu')))).not.toMatch(/netplan (?:try|get)/);
    expect(textOf(system('ubuntu').check)).toContain('cat /etc/netplan/60-secondary-eth1.yaml\n');
    expect(textOf(system('ubuntu', { gains: [], keeps: [] }).check)).not.toContain('60-secondary');
  });

  it('keeps a device name that YAML would read as something else', () => {
    expect(addressesIn(fileOf(system('ubuntu', { device: 'null' }).add), 'null')).toHaveLength(3);
    expect(addressesIn(fileOf(system('ubuntu', { device: '1e3' }).add), '1e3')).toHaveLength(3);
  });
});

describe('alias files', () => {
  it('of CentOS 7 are one for each address, numbered by its offset in the subnet', () => {
    const files = system('centos7').add.filter(({ language }) => language === 'ini');
    expect(files.map(({ path }) => path)).toEqual([
      '/etc/sysconfig/network-scripts/ifcfg-eth1:267',
      '/etc/sysconfig/network-scripts/ifcfg-eth1:524',
    ]);
    expect(parseIni(files[0]!.text)).toEqual({
      DEVICE: 'eth1:267',
      NAME: 'eth1:267',
      BOOTPROTO: 'static',
      ONBOOT: 'yes',
      IPADDR: '10.0.9.11',
      PREFIX: '22',
    });
  });

  it('of Debian hold one stanza with the netmask of the subnet', () => {
    const [file] = system('debian').add;
    expect(file?.text.split('\n').map((line) => line.trim())).toEqual([
      'auto eth1:267',
      'iface eth1:267 inet static',
      'address 10.0.9.11',
      'netmask 255.255.252.0',
    ]);
  });

  it.each(['centos7', 'debian'] as const)('%s removes the very file it added', (id) => {
    const { add, remove } = system(id, { gains: ['10.0.9.11'], loses: ['10.0.9.11'] });
    expect(textOf(remove)).toContain(add[0]!.path);
  });

  it('never share a name in one subnet', () => {
    const last = fc.integer({ min: 1, max: 65_534 });
    fc.assert(
      fc.property(
        fc.uniqueArray(last, { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 16, max: 32 }),
        (ends, prefix) => {
          const gains = ends.map((end) => `10.7.${end >> 8}.${end & 255}`);
          const inOneSubnet = new Set(ends.map((end) => (prefix === 32 ? 0 : end >> (32 - prefix)))).size === 1;
          fc.pre(inOneSubnet);
          const paths = system('centos7', { gains, prefix }).add.flatMap(({ path }) => path ?? []);
          expect(new Set(paths).size).toBe(gains.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('nmcli', () => {
  it('finds the connection by its device and uses the prefix of the subnet', () => {
    expect(system('rocky').add[0]?.text.split('\n').slice(0, 4)).toEqual([
      'connection=$(nmcli -g GENERAL.CONNECTION device show eth1)',
      'nmcli connection modify "$connection" +ipv4.addresses 10.0.9.11/22',
      'nmcli connection modify "$connection" +ipv4.addresses 10.0.10.12/22',
      'nmcli connection up "$connection"',
    ]);
    expect(textOf(system('rocky').remove)).toContain('-ipv4.addresses 10.0.8.30/22');
  });
});

describe('Windows', () => {
  it('finds the adapter by the primary address and says the same in netsh and in PowerShell', () => {
    const [, netsh, powershell] = system('windows').add;
    expect(netsh?.text.split('\n').slice(0, 2)).toEqual([
      "$alias = (Get-NetIPAddress -IPAddress '10.0.8.14').InterfaceAlias",
      'netsh interface ipv4 add address "$alias" 10.0.9.11 255.255.252.0 skipassource=true',
    ]);
    expect(powershell?.text).toContain(
      "New-NetIPAddress -InterfaceAlias $alias -IPAddress '10.0.9.11' -PrefixLength 22 -SkipAsSource $true",
    );
  });

  it('lets static addresses stand beside DHCP before it adds one, and checks before that', () => {
    const { add, checksFirst } = system('windows');
    expect(checksFirst).toBe(true);
    expect(add[0]?.text).toContain('netsh interface ipv4 set interface "$alias" dhcpstaticipcoexistence=enabled');
    expect(add[0]?.text).not.toMatch(/add address|New-NetIPAddress/);
  });

  it('has over every block when it is the one to take; the one that switches DHCP off says so', () => {
    const { add, remove, check } = system('windows');
    expect(add.map(({ caption }) => caption)).toEqual(['keepDhcp', 'withNetsh', 'orPowerShellWithoutDhcp']);
    for (const blocks of [remove, check]) {
      expect(blocks.map(({ caption }) => caption)).toEqual(['withNetsh', 'orPowerShell']);
    }
  });
});

describe('what is not known', () => {
  it('is assumed and said so: device and prefix', () => {
    const { gains, loses, keeps } = input;
    const commands = guestCommands({ gains, loses, keeps });
    expect(commands.notes).toEqual([
      { kind: 'deviceAssumed', device: 'eth0' },
      { kind: 'prefixAssumed', prefix: 32 },
    ]);
    expect(textOf(commands.systems.find(({ id }) => id === 'temporary')!.add)).toContain(
      'ip addr add 10.0.9.11/32 dev eth0',
    );
  });
});

describe('what came from outside', () => {
  const nasty = fc.oneof(
    fc.constantFrom(
      '10.0.9.11; reboot',
      '$(reboot)',
      '`reboot`',
      "'; reboot #",
      '10.0.9.11\nreboot',
      '-x',
      '../../reboot',
      '0x0a.1.1.1',
    ),
    fc.string({ minLength: 1, maxLength: 30, unit: 'binary' }),
  );

  it('never gets into a command, a file or a file name unless it is an address, a device name or a number', () => {
    const plain = guestCommands({ ...input, device: 'eth0', gains: [], loses: [], keeps: [] });
    fc.assert(
      fc.property(nasty, (text) => {
        fc.pre(!/^[A-Za-z0-9][A-Za-z0-9._-]{0,14}$/.test(text));
        const commands = guestCommands({
          ...input,
          device: text,
          primary: input.primary!,
          gains: [text],
          loses: [text],
          keeps: [text],
        });
        expect(commands.systems).toEqual(plain.systems);
        expect(commands.notes).toContainEqual({ kind: 'addressLeftOut', text });
      }),
      { numRuns: 300 },
    );
  });
});
