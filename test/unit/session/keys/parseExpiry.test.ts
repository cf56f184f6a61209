import { describe, expect, it } from 'vitest';
import { parseExpiry } from '../../../../src/session/keys/parseExpiry';

const now = Date.UTC(2026, 0, 5, 5, 0);

describe('parseExpiry', () => {
  it.each([
    ['minutes', '60', now + 3_600_000],
    ['minutes with blanks around', ' 1 ', now + 60_000],
    ['twelve hours, the longest STS gives', '720', now + 720 * 60_000],
    [
      'the expireTime of STS, without a colon in its offset',
      '2026-01-05T14:22:07+0900',
      Date.UTC(2026, 0, 5, 5, 22, 7),
    ],
    ['a moment of ISO 8601', '2026-01-05T14:22:07+09:00', Date.UTC(2026, 0, 5, 5, 22, 7)],
    ['a moment in UTC', '2026-01-05T05:22:07Z', Date.UTC(2026, 0, 5, 5, 22, 7)],
    ['milliseconds since 1970', String(now + 5), now + 5],
  ])('reads %s', (_, text, at) => expect(parseExpiry(text, now)).toBe(at));

  it.each([
    ['nothing', ''],
    ['no time at all', '0'],
    ['more than STS gives', '721'],
    ['a negative number', '-5'],
    ['words', 'tomorrow'],
    ['the past', '2026-01-05T13:59:59+0900'],
    ['this very moment', String(now)],
  ])('refuses %s', (_, text) => expect(parseExpiry(text, now)).toBeUndefined());
});
