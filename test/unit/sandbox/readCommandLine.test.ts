import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../../src/sandbox/readCommandLine';

describe('readCommandLine', () => {
  it('leaves out what was not said', () => {
    expect(readCommandLine([])).toEqual({});
  });

  it('reads every option', () => {
    const line =
      '--port 8080 --scenario large --nics 10000 --delay 0 --skew=-400000 --seed 7 --rate 20 --no-retry-after --accept-busy --transit-vpc'.split(
        ' ',
      );
    line.push('--access-key', 'a', '--secret-key', 'b', '--viewer-access-key', 'c', '--viewer-secret-key', 'd');
    expect(readCommandLine(line)).toEqual({
      port: 8080,
      scenario: 'large',
      nics: 10_000,
      delay: 0,
      skew: -400_000,
      seed: 7,
      rate: 20,
      retryAfter: false,
      acceptBusy: true,
      accessKey: 'a',
      secretKey: 'b',
      viewer: { accessKey: 'c', secretKey: 'd' },
      transitVpc: true,
    });
  });

  it('reads a negative number behind a blank too', () => {
    expect(readCommandLine(['--skew', '-1000', '--delay', '0'])).toEqual({ skew: -1000, delay: 0 });
  });

  it.each([
    [['--skew', '-1s'], '--skew needs a whole number, not "-1s"'],
    [['--scenario', 'medium'], 'small, empty, large'],
    [['--nics', '1e3'], '--nics needs a whole number, not "1e3"'],
    [['--colour'], '--colour'],
    [['large'], 'large'],
  ])('refuses %j', (args, sentence) => {
    expect(() => readCommandLine(args)).toThrow(sentence);
  });
});
