import { describe, expect, it } from 'vitest';
import { isClockRefused, measureClockSkew } from '../../../src/api/clockSkew';

const theirs = Date.parse('2026-01-01T00:00:00Z');

describe('measureClockSkew', () => {
  it('is positive when our clock is ahead and negative when it is behind', () => {
    const date = new Date(theirs).toUTCString();
    expect(measureClockSkew(date, theirs + 420_000)).toBe(420_000);
    expect(measureClockSkew(date, theirs - 420_000)).toBe(-420_000);
  });

  it.each([undefined, 'yesterday'])('is undefined for the header %j', (header) => {
    expect(measureClockSkew(header, theirs)).toBeUndefined();
  });
});

describe('isClockRefused', () => {
  it.each([
    [300_000, true],
    [-300_000, true],
    // The header has no milliseconds: five minutes behind may measure as a second less.
    [-299_000, true],
    [290_000, false],
    [0, false],
  ])('of %i ms is %s', (skew, refused) => {
    expect(isClockRefused(skew)).toBe(refused);
  });
});
