import { isIPv4 } from 'node:net';
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { addressToNumber, compareAddresses, isIpv4, numberToAddress, sortAddresses } from '../../../src/model/address';

const value = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('address', () => {
  it('turns every number into an address and back', () => {
    const isKept = fc.property(value, (number) => {
      expect(addressToNumber(numberToAddress(number))).toBe(number);
    });
    fc.assert(isKept);
  });

  it('counts the last octet as one and the first as 2²⁴', () => {
    expect(addressToNumber('10.0.10.14')).toBe(10 * 2 ** 24 + 10 * 256 + 14);
    expect(numberToAddress(2 ** 32 - 1)).toBe('255.255.255.255');
  });

  it.each(['10.0.10', '10.0.10.256', '010.0.0.1', '0x0a.0.0.1', '167772161', '10.0.10.1 ', '::1', ''])(
    'does not take %j for an address',
    (text) => expect(isIpv4(text)).toBe(false),
  );

  it('sorts as an address what is one, and nothing else', () => {
    const octet = fc.oneof(
      fc.nat(300).map(String),
      fc.constantFrom('', '0', '00', '01', '0x1', '1e1', ' 1', '-1', '٣'),
    );
    const text = fc.oneof(
      value.map(numberToAddress),
      fc.array(octet, { maxLength: 5 }).map((all) => all.join('.')),
    );
    fc.assert(
      fc.property(text, (one) => {
        // What is no address comes after the last one.
        expect(sortAddresses([one, '255.255.255.255'])[0] === one).toBe(isIPv4(one));
        if (isIPv4(one))
          expect(addressToNumber(one)).toBe(
            ipaddr.IPv4.parse(one)
              .toByteArray()
              .reduce((sum, octet) => sum * 256 + octet, 0),
          );
      }),
      { numRuns: 2_000 },
    );
  });

  it('sorts by number, not by text, and what is no address last', () => {
    const sorted = ['10.0.10.100', 'web', '10.0.9.1', '10.0.10.20', 'app'].sort(compareAddresses);
    expect(sorted).toEqual(['10.0.9.1', '10.0.10.20', '10.0.10.100', 'app', 'web']);
  });
});
