import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/api/answers/readBody';

describe('readBody', () => {
  it('reads JSON with a byte order mark or blanks around it', async () => {
    expect(await readBody('\ufeff {"a":1} \n')).toEqual({ form: 'json', value: { a: 1 } });
  });

  it('reads XML as text fields, repeated elements as arrays', async () => {
    const xml = '<?xml version="1.0" encoding="UTF-8"?>\n<a x="1"><b>007</b><c/><d>1</d><d>true</d></a>';
    expect(await readBody(xml)).toEqual({ form: 'xml', value: { a: { b: '007', c: '', d: ['1', 'true'] } } });
  });

  it('decodes entities once, and as many as there are', async () => {
    const many = '<b>&lt;&#54620;&amp;lt;</b>'.repeat(3_000);
    expect(await readBody(`<a>${many}</a>`)).toEqual({
      form: 'xml',
      value: { a: { b: Array.from({ length: 3_000 }, () => '<한&lt;') } },
    });
  });

  it.each([
    '<a><b>1</b>',
    '<a><b>1</a>',
    '<a>1</a',
    '{"a":{"b":1}',
    '{"a":',
    'Bad Gateway',
    '[1]',
    '"a"',
    '<a>1</a><b>2</b>',
  ])('takes %s for text: a cut-off answer is never half an answer', async (raw) => {
    expect(await readBody(raw)).toEqual({ form: 'text', text: raw });
  });

  it('refuses a DOCTYPE instead of expanding its entities', async () => {
    const xml = '<!DOCTYPE a [<!ENTITY x "xxxxxxxx"><!ENTITY y "&x;&x;">]><a>&y;</a>';
    expect(await readBody(xml)).toEqual({ form: 'text', text: xml });
  });

  it.each(['<!DOCTYPE html><html></html>', '<html lang="en"><body>', '  <!doctype HTML >'])(
    'knows %s as HTML',
    async (raw) => {
      expect(await readBody(raw)).toMatchObject({ form: 'html' });
    },
  );

  it.each(['', ' \r\n '])('knows %j as empty', async (raw) => {
    expect(await readBody(raw)).toEqual({ form: 'empty' });
  });
});
