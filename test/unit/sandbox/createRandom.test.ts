import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/sandbox/createRandom';

describe('createRandom', () => {
  const some = (seed: number) => {
    const random = createRandom(seed);
    return Array.from({ length: 20 }, () => [random.integer(1000), random.uuid(), random.macAddress()]);
  };

  it('repeats itself for a seed and differs between seeds', () => {
    expect(some(3)).toEqual(some(3));
    expect(some(3)).not.toEqual(some(4));
  });

  it('stays below the limit and reaches every number', () => {
    const random = createRandom(1);
    const seen = new Set(Array.from({ length: 500 }, () => random.integer(10)));
    expect([...seen].sort((one, other) => one - other)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('shapes UUIDs and MAC addresses', () => {
    for (const [, uuid, mac] of some(9)) {
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(mac).toMatch(/^F2:20(:[0-9A-F]{2}){4}$/);
    }
  });
});
