import { describe, expect, it } from 'vitest';
import { actableOf } from '../../../src/map/actable';
import { isOfKind, kindOf } from '../../../src/map/cells';
import { changedOffsets, createCells } from '../../../src/map/cells';
import { patchBetween, patched } from '../../../src/map/patchMap';
import { readMap } from '../../../src/map/readMap';
import { layOut, rowOf, type MapView } from '../../../src/map/scene';
import { buildCells, buildMap } from '../../support/buildMap';
import { buildInterface, buildNetwork, buildSubnet } from '../../support/buildNetwork';
import { expectGolden } from '../../support/goldenText';
import { mapText } from '../../support/mapText';

const view = (about: Partial<MapView> = {}): MapView => ({ columns: 16, unfolded: new Set(), ...about });
const web = [
  { ip: '10.0.10.14', secondaryIpList: ['10.0.10.20', '10.0.10.21'], networkInterfaceStatus: { code: 'USED' } },
  { ip: '10.0.10.6', secondaryIpList: ['10.0.10.254'], networkInterfaceStatus: { code: 'SET' } },
];

describe('the map of a subnet', () => {
  it('shows a /24 whole, with what NAVER Cloud reserves, what is held and what is changing', async () => {
    const cells = buildCells('10.0.10.0/24', web);
    await expectGolden(import.meta.filename, 'map-24.txt', mapText(cells, layOut(cells, view())));
    expect(cells.counts).toEqual({ primary: 1, secondary: 2, changing: 2, reserved: 7, declared: 0, unseen: 244 });
  });

  it('shows a /28 in one row, and a /30 that has no usable address', () => {
    const small = buildCells('10.0.10.16/28', [{ ip: '10.0.10.22' }]);
    expect(mapText(small, layOut(small, view()))).toEqual(['10.0.10.16      R R R R R R P . . . . . . . . R']);
    const tiny = buildCells('10.0.10.16/30', []);
    expect(mapText(tiny, layOut(tiny, view()))).toEqual(['10.0.10.16      R R R R']);
  });

  it('folds long empty runs of a /16 and unfolds the one that is asked for', async () => {
    const cells = buildCells('10.0.0.0/16', [
      { ip: '10.0.3.9' },
      { ip: '10.0.33.255', secondaryIpList: ['10.0.62.0', '10.0.62.70'] },
    ]);
    const closed = mapText(cells, layOut(cells, view({ columns: 64 })));
    await expectGolden(import.meta.filename, 'map-16.txt', closed);
    expect(closed).toContain('[10.0.34.0 – 10.0.61.255 · 7168]');
    const open = layOut(cells, view({ columns: 64, unfolded: new Set([34 * 256 + 5]) }));
    expect(mapText(cells, open)).toContain('[10.0.34.0 – 10.0.61.255 · 7168, open]');
    expect(open.rows).toHaveLength(closed.length + 112);
  });

  it('folds what is not looked for while a state is looked for', () => {
    const cells = buildCells('10.0.8.0/22', [{ ip: '10.0.8.6' }, { ip: '10.0.10.6', secondaryIpList: ['10.0.10.7'] }]);
    expect(mapText(cells, layOut(cells, view({ filter: (offset) => cells.state(offset) === 'secondary' })))).toEqual([
      '[10.0.8.0 – 10.0.9.255 · 512]',
      '10.0.10.0       . . . . . . P S . . . . . . . .',
      '[10.0.10.16 – 10.0.11.255 · 496]',
    ]);
  });

  it('finds the row of an address, and the folded run that hides it', () => {
    const cells = buildCells('10.0.8.0/22', [{ ip: '10.0.8.6' }]);
    expect(rowOf(layOut(cells, view()), 6)).toBe(0);
    expect(rowOf(layOut(cells, view()), 400)).toBe(1);
    expect(rowOf(layOut(cells, view({ unfolded: new Set([400]) })), 400)).toBe(26);
  });

  it('gives an address that shows up twice to the one that has it as its primary IP', () => {
    const cells = buildCells('10.0.10.0/24', [
      { ip: '10.0.10.9' },
      { ip: '10.0.10.8', secondaryIpList: ['10.0.10.9'] },
    ]);
    expect(cells.state(9)).toBe('primary');
    expect(cells.isPrimary(9)).toBe(true);
  });

  it('passes over addresses outside of the range, and marks what a change of ours is working on', () => {
    const cells = buildCells('10.0.10.0/24', [{ ip: '10.0.99.9', secondaryIpList: ['10.0.10.9'] }], ['701236']);
    expect(cells.counts).toMatchObject({ primary: 0, changing: 1 });
  });

  it('is none of a subnet that is not there, or whose range nobody can read', () => {
    const describe = () => ({ title: '', server: '', status: '' });
    expect(readMap(buildNetwork(), '9', describe)).toBeUndefined();
    const odd = buildNetwork({ subnets: [buildSubnet({ subnet: 'fd00::/64' })] });
    expect(readMap(odd, '3104', describe)).toBeUndefined();
    expect(
      readMap(buildNetwork({ subnets: [buildSubnet({ subnet: '10.0.0.0/8' })] }), '3104', describe),
    ).toBeUndefined();
  });
});

describe('the chosen interface', () => {
  const data = buildMap('10.0.10.0/24', [
    { ip: '10.0.10.14', secondaryIpList: ['10.0.10.20', '10.0.10.21'] },
    { ip: '10.0.10.6', secondaryIpList: ['10.0.10.30'] },
    { ip: '10.0.10.7', secondaryIpList: ['10.0.10.31'], networkInterfaceStatus: { code: 'SET' } },
  ]);
  const cells = createCells(data);
  const [chosen, changing] = ['701236', '701238'].map((no) =>
    data.holders.find(({ networkInterfaceNo }) => networkInterfaceNo === no),
  );
  const of = (kind: 'chosen' | 'secondary', holder = chosen) =>
    [14, 20, 21, 30, 31].filter((offset) => isOfKind(cells, offset, kind, holder));

  it('has its secondary IPs as a kind of their own, which are found among the secondary ones as well', () => {
    expect([14, 20, 21, 30, 99].map((offset) => kindOf(cells, offset, chosen))).toEqual([
      'primary',
      'chosen',
      'chosen',
      'secondary',
      'unseen',
    ]);
    expect(of('chosen')).toEqual([20, 21]);
    expect(of('secondary')).toEqual([20, 21, 30]);
  });

  it('is changing first of all, and none without a choice', () => {
    expect(kindOf(cells, 31, changing)).toBe('changing');
    expect(of('chosen', changing)).toEqual([]);
    expect(kindOf(cells, 20, undefined)).toBe('secondary');
  });
});

describe('addresses that a file reserves', () => {
  const network = buildNetwork({ interfaces: [buildInterface({ ip: '10.0.10.14' })] });
  const describe = () => ({ title: '', server: '', status: '' });
  const kept = new Map([
    ['10.0.10.30', 'db-02'],
    ['10.0.10.14', 'web-01'],
    ['10.0.10.3', 'odd'],
    ['10.9.9.9', 'elsewhere'],
  ]);
  const data = readMap(network, '3104', describe, new Map(), kept)!;

  it('have a state and a letter of their own as long as nobody holds them, and are assigned when somebody asks for them', () => {
    const cells = createCells(data);
    expect([30, 14, 3].map((offset) => cells.state(offset))).toEqual(['declared', 'primary', 'reserved']);
    expect([30, 14, 31].map((offset) => cells.keptFor(offset))).toEqual(['db-02', 'web-01', undefined]);
    expect(mapText(cells, layOut(cells, view()))[1]).toBe('10.0.10.16      . . . . . . . . . . . . . . F .');
    expect(actableOf(cells, [30, 31, 14, 3]).assign).toEqual([30, 31]);
  });

  it('are told as a whole when they are others', () => {
    const after = readMap(network, '3104', describe, new Map(), new Map([['10.0.10.31', 'x']]))!;
    expect(patchBetween(data, after)).toBeUndefined();
    expect(patchBetween(data, readMap(network, '3104', describe, new Map(), kept)!)).toEqual({ changed: [], gone: [] });
  });
});

describe('a change', () => {
  const before = buildMap('10.0.10.0/24', web);
  const [first, second] = web;
  const after = buildMap('10.0.10.0/24', [{ ...first!, secondaryIpList: ['10.0.10.20'] }, { ...second! }]);

  it('is the interface that is another, and nothing else', () => {
    const patch = patchBetween(before, after);
    expect(patch?.changed.map(({ networkInterfaceNo }) => networkInterfaceNo)).toEqual(['701236']);
    expect(patch?.gone).toEqual([]);
  });

  it('repaints the addresses of that interface only', () => {
    const later = patched(before, patchBetween(before, after)!);
    expect(changedOffsets(createCells(before), createCells(later))).toEqual([14, 20, 21]);
    expect(createCells(later).state(21)).toBe('unseen');
  });

  it('takes away an interface that is gone', () => {
    const less = buildMap('10.0.10.0/24', [first!]);
    const patch = patchBetween(before, less)!;
    expect(patch.gone).toEqual(['701237']);
    expect(createCells(patched(before, patch)).counts.changing).toBe(0);
  });

  it('cannot be told of a subnet with another range', () => {
    expect(patchBetween(before, buildMap('10.0.10.0/25', []))).toBeUndefined();
  });
});
