import { describe, expect, it } from 'vitest';
import type { Network } from '../../../src/model/network';
import { parseAssignments } from '../../../src/list/parseAssignments';
import { copyFormats } from '../../../src/copy/copyFormats';
import { copyRows } from '../../../src/copy/copyRow';
import { csvText } from '../../../src/copy/csvText';
import { buildInterface, buildNetwork, buildServer, buildSubnet } from '../../support/buildNetwork';

const network = buildNetwork({
  subnets: [buildSubnet(), buildSubnet({ subnetNo: '9', vpcNo: '1205' })],
  interfaces: [
    buildInterface({ networkInterfaceNo: '701236', networkInterfaceName: 'web-nic', ip: '10.0.10.14' }),
    buildInterface({ networkInterfaceNo: '701240', networkInterfaceName: 'twin', ip: '10.0.10.20' }),
    buildInterface({ networkInterfaceNo: '701251', networkInterfaceName: 'twin', ip: '10.0.10.20', subnetNo: '9' }),
  ],
});

/** What a list says by line, without the places. */
function read(text: string, of: Network = network) {
  const { entries, problems } = parseAssignments(text, of);
  return {
    items: entries.map(({ item }) => item),
    lines: entries.map(({ line }) => line),
    problems: problems.map(({ line, problem }) => ({ line, problem })),
  };
}

describe('parseAssignments', () => {
  it('finds the interface by number, name or primary address', () => {
    const { items, lines, problems } = read('701236,10.0.10.11\nweb-nic\t10.0.10.12\r\n10.0.10.14 10.0.10.13');
    expect(problems).toEqual([]);
    expect(items.map((item) => [item.networkInterfaceNo, item.secondaryIps])).toEqual([
      ['701236', ['10.0.10.11']],
      ['701236', ['10.0.10.12']],
      ['701236', ['10.0.10.13']],
    ]);
    expect(lines).toEqual([1, 2, 3]);
  });

  it('passes over a heading, comments, blank lines, quotes and a byte order mark, and counts lines all the same', () => {
    const text = '\uFEFFnetworkInterface,address\n\n# by hand\n"701236","10.0.10.11-12"\n';
    const { items, lines } = read(text);
    expect(items).toEqual([
      { kind: 'assign', networkInterfaceNo: '701236', secondaryIps: ['10.0.10.11', '10.0.10.12'] },
    ]);
    expect(lines).toEqual([4]);
  });

  it('names the line of everything it cannot use', () => {
    const text = '701236,10.0.10.11\nnobody-7,10.0.10.12\ntwin,10.0.10.13\n701240\n701236,10.0.10.999';
    const { items, problems } = read(text);
    expect(items).toHaveLength(1);
    expect(problems).toEqual([
      { line: 2, problem: { kind: 'unknownInterface', networkInterfaceNo: 'nobody-7' } },
      { line: 3, problem: { kind: 'ambiguousInterface', text: 'twin', networkInterfaceNos: ['701240', '701251'] } },
      { line: 4, problem: { kind: 'notAnAddress', text: '' } },
      { line: 5, problem: { kind: 'notAnAddress', text: '10.0.10.999' } },
    ]);
  });

  it('does not choose between two VPCs that use the same address', () => {
    expect(read('10.0.10.20,10.0.10.30').problems).toMatchObject([{ problem: { kind: 'ambiguousInterface' } }]);
  });

  it.each([
    ['bullets', '- 701236,10.0.10.11\n* 701240 10.0.10.12'],
    ['full-width separators', '701236，10.0.10.11\n701240、10.0.10.12；'],
    ['a hyphen or a colon between', '701236 - 10.0.10.11\n701240: 10.0.10.12'],
    ['headings that hold digits', 'Web servers 2:\n701236,10.0.10.11\n# 3 hosts\nRack 4:\n701240,10.0.10.12'],
    ['columns that hold digits', 'Interface 1,Address 1\n701236,10.0.10.11\n701240,10.0.10.12'],
  ])('reads two lines with %s', (_what, text) => {
    const { items, problems } = read(text);
    expect(problems).toEqual([]);
    expect(items.map((item) => [item.networkInterfaceNo, item.secondaryIps])).toEqual([
      ['701236', ['10.0.10.11']],
      ['701240', ['10.0.10.12']],
    ]);
  });

  it('says one thing of a line that names no interface and holds no address', () => {
    const { problems } = read('701236,10.0.10.11\nthree more of rack 4\n701240:');
    expect(problems).toEqual([
      { line: 2, problem: { kind: 'unknownInterface', networkInterfaceNo: 'three' } },
      { line: 3, problem: { kind: 'notAnAddress', text: '' } },
    ]);
  });

  it.each([
    ['characters', `701236,${' '.repeat(1_000_000)}10.0.10.11`],
    ['addresses', '701236,10.0.10.0-255\n'.repeat(10_000)],
    ['unreadable', 'nobody-7,10.0.10.11\n'.repeat(10_000)],
  ])('stops at a list of too many (%s), and says so', (of, text) => {
    const { items, problems } = read(text);
    expect(problems.at(-1)?.problem).toMatchObject({ kind: 'listTooLong', of });
    expect(problems.length).toBeLessThanOrEqual(102);
    expect(items.length).toBeLessThanOrEqual(10_000);
  });
});

describe('a line of a list', () => {
  const piece = (text: string, { start, end }: { start: number; end: number }): string => text.slice(start, end);

  it('tells where its interface and its addresses stand', () => {
    const text = '\uFEFF# by hand\r\n - web-nic ,\t10.0.10.11、10.0.10.20 – 21  # later\r\n';
    const [entry] = parseAssignments(text, network).entries;
    expect(entry?.item.secondaryIps).toEqual(['10.0.10.11', '10.0.10.20', '10.0.10.21']);
    expect(piece(text, entry!.name)).toBe('web-nic');
    expect(entry!.addresses.map((word) => piece(text, word))).toEqual([
      '10.0.10.11',
      ...Array(2).fill('10.0.10.20 – 21'),
    ]);
    expect(text.slice(0, entry!.mark.at)).toMatch(/21$/);
  });

  it.each([
    '701236,10.0.10.11 takeover',
    '701236,10.0.10.11,TAKEOVER',
    '701236 10.0.10.11 !',
    '701236,10.0.10.11!  # yes',
  ])('allows taking over by a word at its end: %s', (text) => {
    expect(read(text).items).toEqual([
      { kind: 'assign', networkInterfaceNo: '701236', secondaryIps: ['10.0.10.11'], allowReassign: true },
    ]);
  });

  it('says where its problem is', () => {
    const text = 'web-nic,10.0.10.11\nnobody-7,10.0.10.12\nweb-nic,10.0.10.11 10.0.10.999\n';
    const { entries, problems } = parseAssignments(text, network);
    expect(entries).toHaveLength(1);
    expect(problems.map(({ span }) => piece(text, span))).toEqual(['nobody-7', '10.0.10.999']);
  });

  it('is no heading when nothing follows it', () => {
    expect(read('web-99\n\n').problems).toMatchObject([{ line: 1, problem: { kind: 'unknownInterface' } }]);
  });
});

describe('what Copy As made', () => {
  const served = buildNetwork({
    servers: [buildServer({ serverName: 'web, "01"', publicIp: '203.0.113.24' })],
    interfaces: [
      buildInterface({
        networkInterfaceName: '=evil',
        instanceNo: '10423318',
        isDefault: true,
        deviceName: 'eth0',
        accessControlGroupNoList: ['1581', '1582'],
        secondaryIpList: ['10.0.10.20'],
      }),
      buildInterface({ networkInterfaceNo: '701237', networkInterfaceName: 'plain', ip: '10.0.10.15' }),
    ],
  });
  const groups = [{ accessControlGroupNo: '1581', accessControlGroupName: 'web;acg' }];
  const rows = copyRows([{ kind: 'subnet', subnetNo: '3104' }], served, groups);
  const material = { rows, regionCode: 'KR', gatewayUrl: '', profileName: '', scheme: 'vscode' };
  const wanted = [['701236', ['10.0.10.20']]];
  const said = (text: string) =>
    read(text, served).items.map((item) => [item.networkInterfaceNo, item.secondaryIps] as const);

  it.each(['csv', 'json'] as const)('is read back as %s, with nothing to say of primary addresses', (format) => {
    const text = copyFormats[format](material);
    for (const also of ['203.0.113.24', 'web;acg (1581), 1582']) expect(text).toContain(also);
    expect(read(text, served).problems).toEqual([]);
    expect(said(text)).toEqual(wanted);
    expect(parseAssignments(text, served).notes).toHaveLength(2);
  });

  it('is read back from a spreadsheet, by semicolons or tabs', () => {
    for (const separator of [';', '\t']) {
      const text = csvText(rows.map((row) => ({ ...row, server: 'web', acg: '1581' }))).replaceAll(',', separator);
      expect(said(text)).toEqual(wanted);
    }
  });

  it('takes more lines, rows with a server only, and a word that allows taking over', () => {
    const text = `${csvText(rows)}KR,,,,,,,,,,,,secondary,10.0.10.21\n,,,,,plain,,,,,,,secondary,10.0.10.22,takeover\nplain,10.0.10.23\n`;
    expect(read(text, served).problems).toMatchObject([{ line: 5 }]);
    expect(read(text, served).items.slice(1)).toEqual([
      { kind: 'assign', networkInterfaceNo: '701237', secondaryIps: ['10.0.10.22'], allowReassign: true },
      { kind: 'assign', networkInterfaceNo: '701237', secondaryIps: ['10.0.10.23'] },
    ]);
  });

  it('of JSON, a broken object costs no other one', () => {
    const text = [
      '# from the tree',
      '[ { "interface": "701236", "address": ["10.0.10.21", "10.0.10.23-24"], "takeover": true },',
      '  { "interface": "701236", "address": 10.0.10.22 },',
      '  { "name": "plain", "address": "10.0.10.x" },',
      '  { "interface": 701237, "address": "10.0.10.25" } ]',
    ].join('\n');
    const { entries, problems } = parseAssignments(text, served);
    expect(entries.map(({ item, line }) => [line, item.secondaryIps, item.allowReassign])).toEqual([
      [2, ['10.0.10.21', '10.0.10.23', '10.0.10.24'], true],
      [5, ['10.0.10.25'], undefined],
    ]);
    expect(problems.map(({ line, problem }) => [line, problem.kind])).toEqual([
      [3, 'notAnEntry'],
      [4, 'notAnAddress'],
    ]);
    expect(problems.map(({ span }) => text.slice(span.start, span.end))[1]).toBe('10.0.10.x');
    const { at, text: mark } = entries[1]!.mark;
    expect(parseAssignments(text.slice(0, at) + mark + text.slice(at), served).entries[1]?.item.allowReassign).toBe(
      true,
    );
  });
});
