import { describe, expect, it } from 'vitest';
import { createRateLimit } from '../../../src/sandbox/machine';
import { GatewayError } from '../../../src/sandbox/wire/gatewayError';

describe('createRateLimit', () => {
  const passes = (limit: (now: number) => void, now: number) => {
    try {
      limit(now);
      return true;
    } catch (error) {
      expect(error).toBeInstanceOf(GatewayError);
      return false;
    }
  };

  it('lets everything through when there is none', () => {
    const limit = createRateLimit(undefined);
    expect(Array.from({ length: 100 }, () => passes(limit, 0))).not.toContain(false);
  });

  it('counts what passed within the last second; what was refused does not count', () => {
    const limit = createRateLimit(2);
    const times = [0, 500, 600, 999, 1000, 1001, 1500];
    expect(times.map((time) => passes(limit, time))).toEqual([true, true, false, false, true, false, true]);
  });
});
