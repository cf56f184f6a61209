import { describe, expect, it } from 'vitest';
import { checkAssignments } from '../../../src/list/checkAssignments';
import { createInterfaceNames } from '../../../src/plan/interfaceNames';
import { completeList } from '../../../src/list/listCompletions';
import { fixesFor } from '../../../src/list/listFixes';
import { longestList } from '../../../src/plan/listLines';
import { problemText } from '../../../src/words/problemText';
import { buildInterface, buildNetwork, buildSubnet } from '../../support/buildNetwork';

const network = buildNetwork({
  subnets: [buildSubnet()],
  interfaces: [
    buildInterface(),
    buildInterface({ networkInterfaceNo: '701240', ip: '10.0.10.30', secondaryIpList: ['10.0.10.50'] }),
  ],
});
const held = '701236,10.0.10.50\n';
const fill = (unit: string, rest = ''): string =>
  unit.repeat(Math.floor((longestList - rest.length) / unit.length)) + rest;

const texts = {
  'quotation marks after backslashes': `{${fill('"\\', ' ')}`.slice(0, longestList),
  braces: fill('{'),
  'strings without an end': fill('{"\n'),
  digits: `${held}# ${fill('1', held + '# ')}`.slice(0, longestList),
  'numbers with points': `${held}# ${fill('1.', held + '# ')}`.slice(0, longestList),
  'one long word': `701236,${fill('a', '701236,,')},`,
  'blanks in a line': `701236,${fill(' ', '701236,')}`,
  colons: fill(':'),
  headings: fill('region,interface,address\n'),
};

// What goes over a text again for each of its characters takes minutes here: such a test does not end within its limit.
describe('a list of the greatest length', () => {
  it.each(Object.entries(texts))('is read, completed and mended in one walk: %s', (_, text) => {
    expect(text.length).toBeGreaterThan(longestList * 0.9);
    const sheet = checkAssignments(text, network);
    const [problem] = sheet.problems;
    if (problem) fixesFor(problem, sheet, text, network);
    completeList(text, text.length, network);
  });

  it('is not completed beyond it', () => {
    expect(completeList(`${' '.repeat(longestList)}\nweb`, longestList + 4, network)).toBeUndefined();
  });
});

describe('ten thousand interfaces', () => {
  const many = (networkInterfaceName: string) =>
    buildNetwork({
      subnets: [buildSubnet({ subnet: '10.0.0.0/16' })],
      interfaces: Array.from({ length: 10_000 }, (_, at) =>
        buildInterface({
          networkInterfaceNo: `${800_000 + at}`,
          networkInterfaceName,
          ip: `10.0.${200 + (at >> 8)}.${at & 255}`,
        }),
      ),
    });

  it.each(['colons', ':'.repeat(999), 'blanks', ' '.repeat(999)])(
    'of names that end oddly are named in one walk: %#',
    (name) => {
      expect(createInterfaceNames(many(`${name}x`)).find('800000')).toBe('800000');
    },
  );

  it('that are called alike are told by ten of them', () => {
    const names = createInterfaceNames(many('web'));
    const problem = names.find('web');
    const text = typeof problem === 'string' ? problem : problemText(problem, (no) => no);
    expect(text).toContain('800009 and 9990 more');
    expect(text).not.toContain('800010');
  });

  it('each with a good line make one plan without looking at every pair', () => {
    const list = Array.from({ length: 10_000 }, (_, at) => `${800_000 + at},10.0.${at >> 8}.${at & 255}`).slice(6);
    const network = many('web');
    expect(checkAssignments(list.join('\n'), network).good).toHaveLength(9_994);
  });
});
