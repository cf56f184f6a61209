import { describe, expect, it } from 'vitest';
import { nameOrStart } from '../../../src/plan/listLines';

describe('a name of a file that nothing is called', () => {
  it.each([
    'web-99',
    'web-99/eth0',
    'db.internal_2',
    '서버-01/eth0',
    'nic-10-0-10-11-of-rack-4',
    'n'.repeat(60),
    '701999',
  ])('is repeated whole: %s', (name) => expect(nameOrStart(name)).toBe(name));

  it.each([
    ['too long for a name', 'n'.repeat(61), 'nnnn…'],
    ['several words', 'hunter 2 of the gateway', 'hunt…'],
    ['a link', '[x](command:workbench.action.quit)', '[x](…'],
    ['an access key', 'ncp_iam_BPAMKR4aBcDeFgHiJkLm', 'ncp_…'],
    ['a secret key', 'Jk3xMq0PzT8vLw2Rb7YdNc5Hs9Gf1Ka6Ue4Wi8Qo', 'Jk3x…'],
    ['a secret key with signs', 'wJalrXUtn/FEMI-K7MDENG/bPxRfiCY', 'wJal…'],
    ['a token in hexadecimal', '550e8400-e29b-41d4-a716-446655440000', '550e…'],
  ])('is repeated by its first characters where it is %s', (_, text, expected) => {
    expect(nameOrStart(text)).toBe(expected);
  });
});
