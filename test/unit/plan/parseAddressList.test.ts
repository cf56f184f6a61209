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
});
