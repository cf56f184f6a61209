import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressToNumber, numberToAddress } from '../../../src/model/address';
import { unseenAddresses, unseenRanges } from '../../../src/plan/unseenAddresses';
import { buildInterface, buildNetwork, buildSubnet } from '../../support/buildNetwork';

const of = (cidr: string, held: readonly string[]) =>
  buildNetwork({
    subnets: [buildSubnet({ subnet: cidr })],
    interfaces: held.map((ip, at) => buildInterface({ networkInterfaceNo: String(at), ip })),
  });

describe('the addresses of a subnet not seen in use', () => {
  it('are ranges with both ends and a count, without the reserved ones at the start and the end', () => {
    expect(unseenRanges(of('10.0.10.0/24', ['10.0.10.6', '10.0.10.21', '10.0.10.100']), '3104')).toEqual([
      { first: '10.0.10.7', last: '10.0.10.20', count: 14 },
      { first: '10.0.10.22', last: '10.0.10.99', count: 78 },
      { first: '10.0.10.101', last: '10.0.10.254', count: 154 },
    ]);
  });

  it('are none in a full subnet, nor in one that is not known', () => {
    const all = Array.from({ length: 9 }, (_, at) => `10.0.60.${at + 6}`);
    expect(unseenRanges(of('10.0.60.0/28', all), '3104')).toEqual([]);
    expect(unseenRanges(of('10.0.60.0/28', []), 'another')).toEqual([]);
  });

  it('are those that are proposed one by one, whatever is held and whatever cannot be read', () => {
    const held = fc.array(
      fc.oneof(
        fc.integer({ min: 0, max: 15 }).map((at) => `10.0.60.${at}`),
        fc.constant('?'),
      ),
    );
    fc.assert(
      fc.property(held, (addresses) => {
        const network = of('10.0.60.0/28', addresses);
        const listed = unseenRanges(network, '3104').flatMap(({ first, count }) =>
          Array.from({ length: count }, (_, at) => numberToAddress(addressToNumber(first) + at)),
        );
        expect(listed).toEqual([...unseenAddresses(network, '3104')]);
      }),
    );
  });
});
