import { describe, expect, it } from 'vitest';
import * as countText from '../../../src/words/countText';

describe('countText', () => {
  it.each(Object.entries(countText))('%s tells one from many', (_, count) => {
    const words = [0, 1, 2].map((n) => count(n));
    expect(words.map((text) => text.split(' ')[0])).toEqual(['0', '1', '2']);
    const [none, one, two] = words.map((text) => text.replace(/^\d+ /, ''));
    expect(none).toBe(two);
    expect(one).not.toBe(two);
  });
});
