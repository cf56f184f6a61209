import { describe, expect, it } from 'vitest';
import { parseAddressList } from '../../../src/plan/parseAddressList';

describe('parseAddressList', () => {
  it('separates by comma, semicolon, blank and newline, also several in a row', () => {
    const { addresses, problems } = parseAddressList(' 10.0.10.11,10.0.10.12 ; 10.0.10.13\r\n\t10.0.10.14,,');
    expect(addresses).toEqual(['10.0.10.11', '10.0.10.12', '10.0.10.13', '10.0.10.14']);
    expect(problems).toEqual([]);
  });

  it.each(['10.0.10.11-14', '10.0.10.11 - 10.0.10.14', '10.0.10.11–14'])('writes out the range %s', (text) => {
    expect(parseAddressList(text).addresses).toEqual(['10.0.10.11', '10.0.10.12', '10.0.10.13', '10.0.10.14']);
  });

  it('lets a whole range cross the end of an octet', () => {
    expect(parseAddressList('10.0.10.254-10.0.11.1').addresses).toEqual([
      '10.0.10.254',
      '10.0.10.255',
      '10.0.11.0',
      '10.0.11.1',
    ]);
  });

  it('keeps an address typed twice, for the planner to refuse', () => {
    expect(parseAddressList('10.0.10.11 10.0.10.11').addresses).toEqual(['10.0.10.11', '10.0.10.11']);
  });

  it('says what it cannot read and keeps the rest', () => {
    const { addresses, problems } = parseAddressList('10.0.10.11, web-01, 10.0.10.300, 10.0.10.12-, 1-2-3');
    expect(addresses).toEqual(['10.0.10.11']);
    expect(problems.map((problem) => problem.kind === 'notAnAddress' && problem.text)).toEqual([
      'web-…',
      '10.0.10.300',
      '10.0.10.12-',
      '1-2-…',
    ]);
  });

  it('refuses a range that runs backwards', () => {
    expect(parseAddressList('10.0.10.14-11').problems).toEqual([{ kind: 'rangeBackwards', text: '10.0.10.14-11' }]);
  });

  it('refuses a range of more than 256 addresses without writing it out', () => {
    expect(parseAddressList('10.0.0.0-10.0.0.255').addresses).toHaveLength(256);
    const { addresses, problems } = parseAddressList('10.0.0.0-10.255.255.255');
    expect(addresses).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'rangeTooLong', size: 2 ** 24, limit: 256 }]);
  });

  it.each([
    ['a bullet', '10.0.10.11\n- 10.0.10.14'],
    ['a bullet without a blank', '10.0.10.11\n-10.0.10.14'],
    ['other bullets', '* 10.0.10.11\n• 10.0.10.14'],
    ['numbers', '1. 10.0.10.11\n2) 10.0.10.14'],
    ['full-width separators', '10.0.10.11，10.0.10.14；'],
    ['an ideographic comma', '10.0.10.11、10.0.10.14'],
    ['full-width digits and stops', '１０．０．１０．１１　１０．０．１０．１４'],
    ['what web pages leave', '\uFEFF10.0.10.11\u200B\u00a010.0.10.14'],
    ['a heading with a digit', 'Web servers 2:\n10.0.10.11\n# 3 hosts\n10.0.10.14'],
  ])('reads two addresses with %s', (_what, text) => {
    expect(parseAddressList(text)).toEqual({ addresses: ['10.0.10.11', '10.0.10.14'], problems: [] });
  });

  it.each(['10.0.10.11~14', '10.0.10.11 ～ 10.0.10.14', '10.0.10.11－14'])(
    'writes out the range %s, as it is written in Korea and Japan',
    (text) => {
      expect(parseAddressList(text).addresses).toHaveLength(4);
    },
  );

  it('takes both ends of a range from one line', () => {
    const { addresses, problems } = parseAddressList('10.0.10.11 -\n10.0.10.14');
    expect(addresses).toEqual(['10.0.10.14']);
    expect(problems).toEqual([{ kind: 'notAnAddress', text: '10.0.10.11-' }]);
  });

  it('repeats the beginning of a long word only: what was pasted may be a secret', () => {
    const secret = 'ncpTestSecretKey00000000000000000000ABCD';
    expect(parseAddressList(secret).problems).toEqual([{ kind: 'notAnAddress', text: 'ncpT…' }]);
  });

  it.each([
    ['blanks', ' '.repeat(1_000_000), 'characters'],
    ['blanks within the cap', `10.0.10.11${' '.repeat(200_000)}x`, undefined],
    ['ranges', '10.0.0.0-10.0.0.255 '.repeat(50_000), 'characters'],
    ['ranges within the cap', '10.0.0.0-10.0.0.255 '.repeat(10_000), 'addresses'],
    ['hyphens', '- '.repeat(100_000), undefined],
    ['words', 'x '.repeat(100_000), 'unreadable'],
  ])('stops at a list of too many %s, and says so', (_what, text, of) => {
    const { addresses, problems } = parseAddressList(text);
    expect(addresses.length).toBeLessThanOrEqual(1_000);
    expect(problems.length).toBeLessThanOrEqual(102);
    const last = problems.at(-1);
    expect(last?.kind === 'listTooLong' ? last.of : undefined).toBe(of);
  });
});
