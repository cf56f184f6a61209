import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain } from '../../../src/text/plain';

describe('plain', () => {
  it.each([
    ['a link', '[x](command:y)', '\\[x\\]\\(command:y)'],
    ['an address that would become a link by itself', 'https://a.example', 'https\\://a.example'],
    ['a mail address', 'me@a.example', 'me\\@a.example'],
    ['HTML and entities', '<b>&lt;', '\\< b>\\&lt;'],
    ['a cell of a table', 'a|b', 'a\\|b'],
    ['emphasis and code', '*a* _b_ `c` ~d~', '\\*a\\* \\_b\\_ \\`c\\` \\~d\\~'],
    ['lines', 'one\r\n  two\n\nthree', 'one two three'],
    ['a heading', '# a # b', '\\# a # b'],
    ['an item', '1. a', '1\\. a'],
    ['a formula', '$x$', '\\$x\\$'],
    ['the definition of a link', '[x]: command:y', '\\[x\\]: command:y'],
    ['what has no look', 'a\u202eb\u001b[31mc', 'a\ufffdb\ufffd\\[31mc'],
    [
      'nothing in an ordinary name',
      'web_01-a (701236) 10.0.10.0/24 f2:20:af:01',
      'web_01-a (701236) 10.0.10.0/24 f2:20:af:01',
    ],
    ['Korean text', '웹 서비스', '웹 서비스'],
  ])('takes the meaning out of %s', (_, text, expected) => expect(plain(text)).toBe(expected));

  it('only ever adds backslashes to a text of one line, and blanks into tags', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const line = text.replaceAll(/[\r\n]/g, '');
        const withoutTags = (some: string): string => some.replaceAll(/<(?=[\p{L}\p{N}/!?])/gu, '< ');
        expect(plain(line).replaceAll(/\\(.)/g, '$1')).toBe(withoutTags(line));
      }),
    );
  });
});
