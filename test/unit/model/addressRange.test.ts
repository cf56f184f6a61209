import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressToNumber, numberToAddress } from '../../../src/model/address';
import { createAddressRange } from '../../../src/model/addressRange';

describe('addressRange', () => {
  it.each([
    ['10.0.10.0/28', 9, '10.0.10.6', '10.0.10.14'],
    ['10.0.10.0/27', 25, '10.0.10.6', '10.0.10.30'],
    ['10.0.10.0/24', 249, '10.0.10.6', '10.0.10.254'],
    ['172.16.0.0/16', 65_529, '172.16.0.6', '172.16.255.254'],
  ])('%s has %i usable addresses', (cidr, usableCount, firstUsable, lastUsable) => {
    expect(createAddressRange(cidr)).toMatchObject({ usableCount, firstUsable, lastUsable });
  });

  it('reads a CIDR whose address is not the first of its range', () => {
    expect(createAddressRange('10.0.10.77/24')?.firstUsable).toBe('10.0.10.6');
  });

  it.each(['10.0.10.0', '10.0.10.0/33', '10.0.10/24', 'fd00::/64', ''])('says nothing about %j', (cidr) => {
    expect(createAddressRange(cidr)).toBeUndefined();
  });

  it('keeps offsets 0 to 5 and the last address back', () => {
    const range = createAddressRange('10.0.10.0/28')!;
    const places = Array.from({ length: 18 }, (_, offset) =>
      range.place(numberToAddress(addressToNumber('10.0.9.255') + offset)),
    );
    expect(places).toEqual([
      'outside',
      ...Array.from({ length: 6 }, () => 'reserved'),
      ...Array.from({ length: 9 }, () => 'usable'),
      'reserved',
      'outside',
    ]);
  });

  it('lists exactly the addresses it calls usable, in order', () => {
    const subnet = fc.record({
      prefix: fc.integer({ min: 20, max: 28 }),
      base: fc.integer({ min: 0, max: 2 ** 16 - 1 }),
    });
    fc.assert(
      fc.property(subnet, ({ prefix, base }) => {
        const range = createAddressRange(`${numberToAddress(10 * 2 ** 24 + base * 256)}/${prefix}`)!;
        const usable = [...range.usable()];
        expect(usable).toHaveLength(range.usableCount);
        expect(usable.every((address) => range.place(address) === 'usable')).toBe(true);
        expect([usable[0], usable.at(-1)]).toEqual([range.firstUsable, range.lastUsable]);
        expect(range.place(numberToAddress(addressToNumber(range.firstUsable) - 1))).toBe('reserved');
        expect(range.place(numberToAddress(addressToNumber(range.lastUsable) + 1))).toBe('reserved');
      }),
      { numRuns: 25 },
    );
  });
});
