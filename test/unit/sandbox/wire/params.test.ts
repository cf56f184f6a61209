import { describe, expect, it } from 'vitest';
import { Params } from '../../../../src/sandbox/wire/params';
import { ProductError } from '../../../../src/sandbox/wire/productError';

describe('Params', () => {
  const params = new Params(
    Object.entries({
      name: 'web',
      empty: '',
      'list.1': 'a',
      'list.2': 'b',
      'list.x': 'c',
      'gap.1': 'a',
      'gap.3': 'c',
      'from.0': 'x',
      'from.1': 'y',
      'late.1': '',
      'late.2': 'b',
      'twice.1': 'a',
      'twice.01': 'b',
      yes: 'true',
      no: 'false',
      n: '5',
      odd: '5.5',
      minus: '-1',
    }),
  );

  it('counts an empty value as absent', () => {
    expect([params.has('empty'), params.text('empty'), params.has('name')]).toEqual([false, undefined, true]);
  });

  it('reads lists that count from 1', () => {
    expect([params.list('list'), params.list('none'), params.has('list'), params.has('none')]).toEqual([
      ['a', 'b'],
      [],
      true,
      false,
    ]);
  });

  it.each(['gap', 'from', 'late', 'twice'])(
    'refuses the list %s, which counts otherwise, and drops nothing of it',
    (name) => {
      expect(() => params.list(name)).toThrow(ProductError);
    },
  );

  it('keeps the first of two values', () => {
    const twice = new Params([
      ['name', 'query'],
      ['name', 'form'],
    ]);
    expect(twice.text('name')).toBe('query');
  });

  it('reads booleans and integers, and their absence', () => {
    expect([params.boolean('yes'), params.boolean('no'), params.boolean('gone')]).toEqual([true, false, undefined]);
    expect([params.integer('n', 5, 5), params.integer('gone', 0, 9)]).toEqual([5, undefined]);
  });

  it.each([
    ['a boolean in words', () => params.boolean('name')],
    ['an integer above the range', () => params.integer('n', 0, 4)],
    ['an integer below the range', () => params.integer('n', 6, 9)],
    ['a fraction', () => params.integer('odd', 0, 9)],
    ['a sign', () => params.integer('minus', -5, 9)],
    ['what is needed and absent', () => params.need('gone')],
  ])('refuses %s', (_what, read) => {
    expect(read).toThrow(ProductError);
  });
});
