import { describe, expect, it } from 'vitest';
import { actableOf } from '../../../src/map/actable';
import { moveFocus, placeOf, type KeyPress, type Place } from '../../../src/map/moveFocus';
import { layOut } from '../../../src/map/scene';
import { selectOne, selectRange, toggle } from '../../../src/map/selection';
import { typedOffset } from '../../../src/map/findTyped';
import { buildCells } from '../../support/buildMap';

describe('the keyboard on the map', () => {
  const cells = buildCells('10.0.8.0/22', [{ ip: '10.0.8.6' }, { ip: '10.0.11.6' }]);
  // Row 0: .8.0–.8.15, row 1: a folded run, row 2: .11.0–.11.15, then rows to .11.255.
  const scene = layOut(cells, { columns: 16, unfolded: new Set() });
  const press = (from: Place, key: string, about: Partial<KeyPress> = {}): Place | undefined =>
    moveFocus(scene, from, { key, isWide: false, page: 4, ...about });

  it('walks along a row and over its end', () => {
    expect(press({ row: 0, offset: 3 }, 'ArrowRight')).toEqual({ row: 0, offset: 4 });
    expect(press({ row: 0, offset: 15 }, 'ArrowRight')).toEqual({ row: 1, offset: 16 });
    expect(press({ row: 2, offset: 768 }, 'ArrowLeft')).toEqual({ row: 1, offset: 31 });
    expect(press({ row: 0, offset: 0 }, 'ArrowLeft')).toBeUndefined();
  });

  it('keeps the column over a folded run', () => {
    const gap = press({ row: 0, offset: 6 }, 'ArrowDown');
    expect(gap).toEqual({ row: 1, offset: 22 });
    expect(press(gap!, 'ArrowDown')).toEqual({ row: 2, offset: 774 });
  });

  it('goes to the ends of a row, of the map, and by pages', () => {
    expect(press({ row: 2, offset: 774 }, 'Home')).toEqual({ row: 2, offset: 768 });
    expect(press({ row: 2, offset: 774 }, 'End')).toEqual({ row: 2, offset: 783 });
    expect(press({ row: 2, offset: 774 }, 'Home', { isWide: true })).toEqual({ row: 0, offset: 0 });
    expect(press({ row: 2, offset: 774 }, 'End', { isWide: true })).toEqual({ row: 17, offset: 1023 });
    expect(press({ row: 2, offset: 774 }, 'PageDown')).toEqual({ row: 6, offset: 838 });
    expect(press({ row: 2, offset: 774 }, 'PageUp')).toEqual({ row: 0, offset: 6 });
    expect(press({ row: 6, offset: 838 }, 'ArrowUp', { isWide: true })).toEqual({ row: 0, offset: 6 });
  });

  it('leaves other keys alone', () => {
    expect(press({ row: 0, offset: 0 }, 'x')).toBeUndefined();
  });

  it('jumps to what is typed: the start of an address, or its last part', () => {
    expect(typedOffset(cells, '10.0.10', 0)).toBe(512);
    expect(typedOffset(cells, '10.0.9.77', 0)).toBe(333);
    expect(typedOffset(cells, '77', 512)).toBe(512 + 77);
    for (const nothing of ['10.0.12', '300', '.', '10..9.300', '192.168'])
      expect(typedOffset(cells, nothing, 0)).toBeUndefined();
    expect(placeOf(scene, 333)).toEqual({ row: 1, offset: 333 });
  });
});

describe('a selection', () => {
  it('is one, one more or one less, or all of a range', () => {
    const one = selectOne(9);
    expect([...one.offsets]).toEqual([9]);
    expect([...toggle(toggle(one, 20), 9).offsets]).toEqual([20]);
    expect(selectRange(9, [7, 8, 9])).toEqual({ offsets: new Set([7, 8, 9]), anchor: 9 });
    expect([...selectRange(20, [20, 21], one.offsets).offsets]).toEqual([9, 20, 21]);
  });

  it('offers each change what it can be about', () => {
    const cells = buildCells('10.0.10.0/24', [{ ip: '10.0.10.14', secondaryIpList: ['10.0.10.15'] }]);
    expect(actableOf(cells, [16, 15, 14, 3, 400])).toEqual({ assign: [16], move: [15], copyAs: [14, 15] });
    // No interface takes more than five.
    expect(actableOf(cells, [20, 21, 22, 23, 24, 25]).assign).toEqual([]);
  });
});
