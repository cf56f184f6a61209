import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { addressToNumber } from '../../../src/model/address';
import { endsOf, rangeOfCidr, rangesBetween } from '../../../src/model/freeRanges';
import { moveInTree, typedRow } from '../../../src/map/moveInTree';
import { percentOf } from '../../../src/map/overviewData';
import { toOverview } from '../../../src/map/overviewMessages';
import { layOutOverview, stripOf, type OverviewRow } from '../../../src/map/overviewScene';
import { readOverview } from '../../../src/map/readOverview';
import { shownName } from '../../../src/words/shownName';
import { buildInterface, buildNetwork, buildSubnet, buildVpc } from '../../support/buildNetwork';
import { expectPrintable, hostileRows } from '../../support/hostile';

const words = { name: shownName, about: () => '' };
const network = buildNetwork({
  vpcs: [buildVpc({ ipv4CidrBlock: '10.0.0.0/20' }), buildVpc({ vpcNo: '9', vpcName: 'old', ipv4CidrBlock: '?' })],
  subnets: [
    buildSubnet({ subnetNo: '2', subnetName: 'full', subnet: '10.0.4.0/28' }),
    buildSubnet({ subnetNo: '1', subnetName: 'web', subnet: '10.0.1.0/24' }),
    buildSubnet({ subnetNo: '3', subnetName: 'next', subnet: '10.0.2.0/24' }),
    buildSubnet({ subnetNo: '4', subnetName: 'odd', subnet: 'fd00::/64' }),
    buildSubnet({ subnetNo: '5', subnetName: 'stray', vpcNo: '77', subnet: '10.9.0.0/24' }),
  ],
  interfaces: [
    buildInterface({
      networkInterfaceNo: '7',
      subnetNo: '1',
      ip: '10.0.1.9',
      secondaryIpList: ['10.0.1.10', '10.7.7.7'],
    }),
    ...Array.from({ length: 9 }, (_, at) =>
      buildInterface({ networkInterfaceNo: String(20 + at), subnetNo: '2', ip: `10.0.4.${6 + at}` }),
    ),
  ],
});
const data = readOverview(network, words);
const line = (row: OverviewRow): string => {
  if (row.kind === 'vpc') return `${row.isOpen ? '-' : '+'} ${row.vpc.name} ${row.unallocated}`;
  if (row.kind === 'space') return `  ${endsOf(row).join(' – ')}`;
  const { name, used, reserved, size } = row.subnet;
  return `  ${name} ${used}/${reserved}/${size} ${percentOf(row.subnet)} %`;
};

describe('the overview of a region', () => {
  it('has each VPC with its subnets in place and the space between them', () => {
    expect(layOutOverview(data, 'address').rows.map(line)).toEqual([
      '- prod-vpc 3568',
      '  10.0.0.0 – 10.0.0.255',
      '  web 2/7/256 1 %',
      '  next 0/7/256 0 %',
      '  10.0.3.0 – 10.0.3.255',
      '  full 9/7/16 100 %',
      '  10.0.4.16 – 10.0.15.255',
      '  odd 0/0/0 0 %',
      '- old 0',
      '- 77 0',
      '  stray 0/7/256 0 %',
    ]);
  });

  it('has the fullest first, and leaves out what is in a VPC that is closed', () => {
    expect(layOutOverview(data, 'fullness', new Set(['77'])).rows.map(line)).toEqual([
      '- prod-vpc 3568',
      '  full 9/7/16 100 %',
      '  web 2/7/256 1 %',
      '  next 0/7/256 0 %',
      '  odd 0/0/0 0 %',
      '  10.0.0.0 – 10.0.0.255',
      '  10.0.3.0 – 10.0.3.255',
      '  10.0.4.16 – 10.0.15.255',
      '- old 0',
      '+ 77 0',
    ]);
  });

  it('tells a tree of ARIA where each row stands', () => {
    const { places } = layOutOverview(data, 'address');
    expect(places[0]).toEqual({ level: 1, position: 1, count: 3 });
    expect(places[7]).toEqual({ level: 2, position: 7, count: 7 });
  });

  it('draws neighbours that touch as one stretch of the range', () => {
    expect(stripOf(data.vpcs[0]!)).toEqual([
      { from: 1 / 16, to: 3 / 16 },
      { from: 4 / 16, to: (1024 + 16) / 4096 },
    ]);
  });

  it('says 0 % of nothing only, and 100 % of everything only', () => {
    expect(percentOf({ size: 65_536, reserved: 7, used: 1 })).toBe(1);
    expect(percentOf({ size: 65_536, reserved: 7, used: 65_528 })).toBe(99);
    expect(percentOf({ size: 4, reserved: 4, used: 0 })).toBe(0);
  });

  it('is told in messages as the schema has them', () => {
    expect(v.safeParse(toOverview, { type: 'data', data }).success).toBe(true);
    expect(v.safeParse(toOverview, { type: 'data', data: { vpcs: [{}] } }).success).toBe(false);
  });

  it.each(hostileRows)('shows %s as a line that shows all there is, and short', (_, text) => {
    const hostile = buildNetwork({
      vpcs: [buildVpc({ vpcName: text, ipv4CidrBlock: text })],
      subnets: [buildSubnet({ subnetName: text, subnet: text })],
    });
    const [vpc] = readOverview(hostile, words).vpcs;
    for (const word of [vpc?.name, vpc?.cidr, vpc?.subnets[0]?.name, vpc?.subnets[0]?.cidr])
      expectPrintable(word ?? '');
  });
});

describe('the keyboard on the overview', () => {
  const { rows } = layOutOverview(data, 'address');
  const press = (index: number, key: string) => moveInTree(rows, index, { key, page: 4 });

  it('walks over the rows as over a tree', () => {
    expect(press(0, 'ArrowDown')).toEqual({ kind: 'go', index: 1 });
    expect(press(0, 'ArrowUp')).toEqual({ kind: 'go', index: 0 });
    expect(press(2, 'ArrowLeft')).toEqual({ kind: 'go', index: 0 });
    expect(press(0, 'ArrowLeft')).toEqual({ kind: 'close' });
    expect(press(0, 'ArrowRight')).toEqual({ kind: 'go', index: 1 });
    expect(press(2, 'ArrowRight')).toBeUndefined();
    expect(press(2, 'End')).toEqual({ kind: 'go', index: 10 });
    expect(press(9, 'Home')).toEqual({ kind: 'go', index: 0 });
    expect(press(9, 'PageUp')).toEqual({ kind: 'go', index: 5 });
    expect(press(9, 'PageDown')).toEqual({ kind: 'go', index: 10 });
    const closed = layOutOverview(data, 'address', new Set(['1204'])).rows;
    expect(moveInTree(closed, 0, { key: 'ArrowRight', page: 4 })).toEqual({ kind: 'open' });
    expect(press(0, 'x')).toBeUndefined();
  });

  it('goes to the name or the range that is typed, and round the end', () => {
    expect(typedRow(rows, 'FU', 0)).toBe(5);
    expect(typedRow(rows, '10.0.2', 6)).toBe(3);
    expect(typedRow(rows, 'nobody', 0)).toBeUndefined();
  });
});

describe('what is left of a range', () => {
  it('is what no part has, whatever the parts are', () => {
    const part = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(fc.array(part), (drawn) => {
        const parts = drawn.map(([first, size]) => ({ first, last: first + size }));
        const left = rangesBetween({ first: 10, last: 50 }, parts);
        const isIn = (at: number, ranges: typeof left): boolean =>
          ranges.some(({ first, last }) => at >= first && at <= last);
        for (let at = 0; at <= 80; at++) expect(isIn(at, left)).toBe(at >= 10 && at <= 50 && !isIn(at, parts));
        for (const [at, one] of left.slice(1).entries()) expect(one.first).toBeGreaterThan(left[at]!.last + 1);
      }),
    );
  });

  it('is read of CIDRs only', () => {
    const first = addressToNumber('10.0.10.0');
    expect(rangeOfCidr('10.0.10.7/24')).toEqual({ first, last: first + 255 });
    for (const text of ['', '10.0.0/8', 'fd00::/64', '10.0.0.0']) expect(rangeOfCidr(text)).toBeUndefined();
  });
});
