import { describe, expect, it } from 'vitest';
import type { Network } from '../../../src/model/network';
import { parseAssignments } from '../../../src/list/parseAssignments';
import { buildInterface, buildNetwork, buildSubnet } from '../../support/buildNetwork';

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
      { line: 2, problem: { kind: 'unknownInterface', networkInterfaceNo: 'nobo…' } },
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
    const { problems } = parseAssignments('701236,10.0.10.11\nthree more of rack 4\n701240:');
    expect(problems).toEqual([
      { line: 2, problem: { kind: 'unknownInterface', networkInterfaceNo: 'thre…' } },
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
