import { describe, expect, it } from 'vitest';
import { stripHtml } from '../../../../src/api/answers/stripHtml';

describe('stripHtml', () => {
  it.each([
    [
      '<strong>Please try again in a few minutes.</strong><br><br>Sorry.',
      'Please try again in a few minutes.\n\nSorry.',
    ],
    ['a<BR/>b<br />c', 'a\nb\nc'],
    ['&lt;b&gt; &amp;lt; &quot;x&quot; &#39;y&#39;&nbsp;z', '<b> &lt; "x" \'y\' z'],
    ['Required field <fieldName> is missing, 3 < 5', 'Required field <fieldName> is missing, 3 < 5'],
    ['<a href="https://example.com" target=_blank>here</a>', 'here'],
    [
      '<!DOCTYPE html><html><head><title>502</title><style>a{}</style><script>alert(1)</script></head><body><h1>Bad</h1></body></html>',
      '502\nBad',
    ],
    ['a<br class="x">b', 'a\nb'],
    ['a <!-- never closed <b>c</b>', 'a <!-- never closed c'],
    ['plain', 'plain'],
  ])('%j becomes %j', (html, text) => {
    expect(stripHtml(html)).toBe(text);
  });

  it.each(['<a ', '<!--', '<!doctype ', '<script>', '<', ' ', '&lt', '<br '])(
    'takes 200 kB of %j as it comes',
    (part) => {
      const text = part.repeat(200_000 / part.length);
      expect(stripHtml(text).length).toBeLessThanOrEqual(text.length);
    },
  );
});
