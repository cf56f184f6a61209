import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressToNumber, compareAddresses, isIpv4, numberToAddress } from '../../../src/model/address';

const value = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('address', () => {
  it('turns every number into an address and back', () => {
    fc.assert(fc.property(value, (number) => addressToNumber(numberToAddress(number)) === number));
  });

  it('counts the last octet as one and the first as 2²⁴', () => {
    expect(addressToNumber('10.0.10.14')).toBe(10 * 2 ** 24 + 10 * 256 + 14);
    expect(numberToAddress(2 ** 32 - 1)).toBe('255.255.255.255');
  });

  it.each(['10.0.10', '10.0.10.256', '010.0.0.1', '0x0a.0.0.1', '167772161', '10.0.10.1 ', '::1', ''])(
    'does not take %j for an address',
    (text) => expect(isIpv4(text)).toBe(false),
  );

  it('sorts by number, not by text, and what is no address last', () => {
    const sorted = ['10.0.10.100', 'web', '10.0.9.1', '10.0.10.20', 'app'].sort(compareAddresses);
    expect(sorted).toEqual(['10.0.9.1', '10.0.10.20', '10.0.10.100', 'app', 'web']);
  });
});
