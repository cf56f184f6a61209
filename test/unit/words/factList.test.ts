import { describe, expect, it } from 'vitest';
import { factList, factTable } from '../../../src/words/factList';

const facts = [
  ['Number', '701237'],
  ['Description', 'web | first\n# line'],
  ['Device', undefined],
  ['Public IP', ''],
] as const;

describe('factList', () => {
  it('leaves out what is not known and keeps each fact on its line, where nothing of it acts as Markdown', () => {
    expect(factList(facts)).toBe('- Number: 701237\n- Description: web \\| first # line');
  });
});

describe('factTable', () => {
  it('keeps each value in its cell, where nothing of it acts as Markdown', () => {
    expect(factTable(facts).split('\n').slice(2)).toEqual([
      '| Number | 701237 |',
      '| Description | web \\| first # line |',
    ]);
  });
});
