import { isIPv4 as nodeIsIPv4 } from 'node:net';
import * as fc from 'fast-check';
import library from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import ipaddr, { isIPv4 } from '../../../src/mapView/browserAddress';

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
  '+1.2.3.4',
  '1.2.3.4\n',
  '١.2.3.4',
  '-0.2.3.4',
];
const likeOne = fc.array(fc.oneof(fc.integer({ min: -300, max: 300 }).map(String), fc.string({ maxLength: 3 })), {
  minLength: 3,
  maxLength: 5,
});
const anyText = fc.oneof(
  fc.ipV4(),
  fc.ipV4Extended(),
  likeOne.map((parts) => parts.join('.')),
  fc.string(),
  fc.constantFrom(...texts),
);

describe('addresses in a browser', () => {
  it('come out of numbers as they do from ipaddr.js', () => {
    const bounds = [0, 255, 256, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1];
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...bounds), fc.integer({ min: 0, max: 2 ** 32 - 1 })), (value) => {
        expect(ipaddr.IPv4.parse(String(value)).toString()).toBe(library.IPv4.parse(String(value)).toString());
      }),
      { numRuns: 1_000 },
    );
  });

  it('are told from other texts as Node does', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(isIPv4(text)).toBe(nodeIsIPv4(text));
      }),
      { numRuns: 2_000 },
    );
    expect(texts.filter(isIPv4)).toEqual(['10.0.10.1']);
  });

  it('have the four numbers that ipaddr.js reads out of them', () => {
    fc.assert(
      fc.property(fc.ipV4(), (text) => {
        expect(isIPv4(text)).toBe(true);
        expect(text.split('.').map(Number)).toEqual(library.IPv4.parse(text).octets);
      }),
    );
  });
});
