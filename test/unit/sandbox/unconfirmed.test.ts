import { describe, expect, it } from 'vitest';
import { unconfirmed } from '../../../src/sandbox/unconfirmed';

describe('unconfirmed', () => {
  it.each([
    ['application/x-www-form-urlencoded', true],
    ['application/x-www-form-urlencoded;charset=UTF-8', true],
    ['Application/X-WWW-Form-Urlencoded ; charset=utf-8', true],
    ['application/json', false],
    ['', false],
    [undefined, false],
  ])('reads %j as a form: %s', (contentType, expected) => {
    expect(unconfirmed.isForm(contentType)).toBe(expected);
  });

  it.each([
    ['json', 'json'],
    ['JSON', 'xml'],
    ['xml', 'xml'],
    [undefined, 'xml'],
  ])('answers responseFormatType %s in %s', (asked, expected) => {
    expect(unconfirmed.formOf(asked)).toBe(expected);
  });
});
