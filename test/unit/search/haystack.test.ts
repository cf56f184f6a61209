import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHaystack } from '../../../src/search/haystack';

const fits = {
  exact: (text: string, needle: string) => text === needle,
  prefix: (text: string, needle: string) => text.startsWith(needle),
  substring: (text: string, needle: string) => text.includes(needle),
};
/** Few letters, so that texts overlap, touch and repeat. */
const word = (minLength: number) =>
  fc.array(fc.constantFrom('a', 'b', '가'), { minLength, maxLength: 5 }).map((letters) => letters.join(''));

describe('a haystack', () => {
  it('finds the texts a loop over all of them finds', () => {
    fc.assert(
      fc.property(
        fc.array(word(0), { maxLength: 12 }),
        word(1),
        fc.constantFrom('exact', 'prefix', 'substring'),
        (texts, needle, match) => {
          const expected = texts.flatMap((text, index) => (fits[match](text, needle) ? [index] : []));
          expect([...createHaystack(texts).find(needle, match)]).toEqual(expected);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('does not let a text with a line feed count as two', () => {
    const haystack = createHaystack(['web\n01', 'db']);
    expect([...haystack.find('01', 'prefix')]).toEqual([]);
    expect([...haystack.find('db', 'exact')]).toEqual([1]);
  });
});
