import { isIPv4 as nodeIsIPv4 } from 'node:net';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import ipaddr, { isIPv4 } from '../../../src/mapView/browserAddress';
import { numberToAddress } from '../../../src/model/address';

describe('addresses in a browser', () => {
  it('come out of numbers as they do from the library', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (value) => {
        expect(ipaddr.IPv4.parse(String(value)).toString()).toBe(numberToAddress(value));
      }),
    );
  });

  it('are told from other texts as Node does', () => {
    const texts = [
      '10.0.10.1',
      '10.0.10',
      '010.0.0.1',
      '1.2.3.256',
      '',
      '.',
      '1.2.3.4.',
      '1.2.3.4:80',
      'a.b',
      '0x1.2.3.4',
      '-1.2.3.4',
      '1e2.0.0.0',
      '1..2.3',
      ' 1.2.3.4',
    ];
    expect(texts.filter(isIPv4)).toEqual(texts.filter((text) => nodeIsIPv4(text)));
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.string()), (text) => {
        expect(isIPv4(text)).toBe(nodeIsIPv4(text));
      }),
    );
  });
});
