import { describe, expect, it } from 'vitest';
import { outline } from '../../../../src/api/answers/outline';

describe('outline', () => {
  it.each([{ a: 1, b: ['x', null, true], c: {} }, [], {}, 'text', null])(
    'is the JSON of a short value: %j',
    (value) => {
      expect(outline(value, 1_000)).toBe(JSON.stringify(value));
    },
  );

  it.each(['[', '{"a":'])('ends in the depth of a value that a stack does not bear: %s', (open) => {
    const close = open === '[' ? ']' : '}';
    const deep: unknown = JSON.parse(open.repeat(100_000) + '1' + close.repeat(100_000));
    expect(outline(deep, 1_000)).toContain('…');
  });

  it.each([
    ['text', { a: 'x'.repeat(1_000_000) }],
    ['rows', { a: Array.from({ length: 100_000 }, () => ({ b: 1 })) }],
    ['fields', Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, index]))],
  ])('is the beginning of one with much %s', (_what, value) => {
    const start = outline(value, 100);
    expect(start.length).toBeLessThan(150);
    expect(JSON.stringify(value).startsWith(start.slice(0, 100))).toBe(true);
  });
});
