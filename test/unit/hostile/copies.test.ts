import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { copyFormats, type CopyMaterial, type FormatId } from '../../../src/copy/copyFormats';
import { copyPlan } from '../../../src/copy/callLines';
import { copyColumns, copyRows } from '../../../src/copy/copyRow';
import { guestCommands } from '../../../src/guest/guestCommands';
import { guestInputOf } from '../../../src/guest/guestInputOf';
import { expectNothingActs, expectPrintable, hostileRows } from '../../support/hostile';
import { hostileWorld } from '../../support/hostileWorld';

const gatewayUrl = 'https://ncloud.apigw.ntruss.com';

function materialOf(text: string): CopyMaterial {
  const { network } = hostileWorld(text);
  const rows = copyRows([{ kind: 'interface', networkInterfaceNo: text }], network, [
    { accessControlGroupNo: text, accessControlGroupName: text },
  ]);
  return { rows, regionCode: text, gatewayUrl, profileName: text, scheme: 'vscode' };
}

/** The words that a shell makes of the lines, each line run by itself; the first word is only named. */
function words(lines: string): string[][] {
  const script = lines
    .split(/\n(?! )/)
    .map((line) => `printf '%s\\0' ${line}; printf '\\n\\0'`)
    .join('\n');
  const { stdout, stderr, status } = spawnSync('bash', ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  expect([status, stderr]).toEqual([0, '']);
  return stdout
    .split('\n\0')
    .slice(0, -1)
    .map((line) => line.split('\0').slice(0, -1));
}

const cells = ({ rows }: CopyMaterial): number => rows.length * copyColumns.length;
/** UTF-8 has no half characters. */
const whole = (text: string): string => text.toWellFormed();

/** What holds of each format, whatever a name is. */
const checks = {
  address: (copied, { rows }) => {
    expectPrintable(copied);
    expect(copied.split('\n')).toHaveLength(rows.length);
  },
  number: (copied) => {
    expectPrintable(copied);
    expect(copied).not.toContain('\n');
  },
  link: (copied, { rows }) => {
    expect(copied.split('\n')).toHaveLength(rows.length);
    for (const link of copied.split('\n')) {
      expect(link).not.toMatch(/[\s<>"`\\^|]|\p{Cc}|\p{Cf}/u);
      expect(new URL(link).host).toBe('ncloud-ip.ncloud-ip');
    }
  },
  cli: (copied, { regionCode, rows }) => {
    expectPrintable(copied);
    expect(copied).not.toContain('\n');
    const action = ['ncloud', 'vserver', 'getNetworkInterfaceList'];
    const flags = [
      '--regionCode',
      regionCode,
      '--networkInterfaceNoList',
      rows[0]?.interface ?? '',
      '--output',
      'json',
    ];
    expect(words(copied)).toEqual([[...action, ...flags.map(whole)]]);
  },
  curl: (copied, { regionCode }) => {
    expectPrintable(copied);
    const [command, ...others] = words(copied);
    expect([others, command?.length]).toEqual([[], 10]);
    const url = new URL(command?.[3] ?? '');
    expect([url.origin, url.searchParams.get('regionCode')]).toEqual([gatewayUrl, whole(regionCode)]);
  },
  json: (copied, { rows }) => {
    const read = JSON.parse(copied) as unknown[];
    expect(read).toEqual(
      rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''))),
    );
  },
  markdown: (copied, { rows }) => {
    expectNothingActs(copied);
    expect(copied.split('\n')).toHaveLength(2 + rows.length);
    for (const line of copied.split('\n'))
      expect(line.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(copyColumns.length + 1);
  },
  csv: (copied, material) => {
    expectPrintable(copied.replaceAll('\r\n', ''));
    const read = [...copied.matchAll(/(?:"((?:[^"]|"")*)"|([^",;\r\n]*))(?:,|\r\n)/g)];
    expect(read).toHaveLength(copyColumns.length + cells(material));
    for (const [, quoted, bare] of read) expect(quoted ?? bare).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
  },
} satisfies Record<FormatId, (copied: string, material: CopyMaterial) => void>;

describe.each(Object.entries(checks) as [FormatId, (typeof checks)[FormatId]][])('copied as %s', (id, check) => {
  it.each(hostileRows)('%s changes nothing but a value', (_, text) => {
    const material = materialOf(text);
    check(copyFormats[id](material), material);
  });
});

describe('the calls of a plan', () => {
  it.each(hostileRows)('stay one command each with %s in them', (_, text) => {
    const { plan } = hostileWorld(text);
    const value = whole(text);
    expect(words(copyPlan(plan, { kind: 'cli' }))).toEqual([
      ['ncloud', 'vserver', 'assignSecondaryIps', '--regionCode', value, '--networkInterfaceNo', value].concat([
        '--secondaryIpList',
        value,
        '--output',
        'json',
      ]),
    ]);
    expect(words(copyPlan(plan, { kind: 'curl', gatewayUrl }))[0]).toHaveLength(10);
  });
});

describe('commands for a guest', () => {
  const textOf = (text: string): string => {
    const { network } = hostileWorld(text);
    const change = { networkInterfaceNo: text, gains: [text, '10.0.10.11'], loses: [text, '10.0.10.12'] };
    const { systems, ...facts } = guestCommands(guestInputOf(change, network)!);
    expect([facts.device, facts.gains, facts.loses]).toEqual(['eth0', ['10.0.10.11'], ['10.0.10.12']]);
    return JSON.stringify(systems);
  };
  const known = textOf('no such device name');

  it.each(hostileRows.filter(([, text]) => text !== 'constructor'))('are the same with %s as a name', (_, text) => {
    expect(textOf(text)).toBe(known);
  });
});
