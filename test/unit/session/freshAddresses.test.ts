import { describe, expect, it, vi } from 'vitest';
import { createFreshAddresses } from '../../../src/session/freshAddresses';
import { buildScope } from '../../support/buildProfile';

const korea = buildScope();
const eleven = { networkInterfaceNo: '701236', address: '10.0.10.11' };
const twelve = { networkInterfaceNo: '701236', address: '10.0.10.12' };

function open() {
  const ends: (() => void)[] = [];
  const sleep = vi.fn(() => new Promise<void>((resolve) => ends.push(resolve)));
  const fresh = createFreshAddresses({ sleep });
  const told = vi.fn();
  fresh.onDidChange(told);
  const has = ({ networkInterfaceNo, address }: typeof eleven, scope = korea) =>
    fresh.of(scope).get(networkInterfaceNo)?.has(address) ?? false;
  /** The time that was waited for the n-th time is over. */
  const end = async (index: number): Promise<void> => {
    ends[index]?.();
    await new Promise(setImmediate);
  };
  return { fresh, told, has, end, sleep };
}

describe('new addresses', () => {
  it('are new for a minute, in their region and on their interface', async () => {
    const { fresh, told, has, end, sleep } = open();
    fresh.mark(korea, [eleven]);
    expect([has(eleven), has(twelve), has(eleven, { ...korea, regionCode: 'JPN' })]).toEqual([true, false, false]);
    expect(sleep).toHaveBeenCalledWith(60_000, expect.anything());
    await end(0);
    expect(has(eleven)).toBe(false);
    expect(told).toHaveBeenCalledTimes(2);
  });

  it('are those of the last change: the minute of the one before ends nothing', async () => {
    const { fresh, has, end } = open();
    fresh.mark(korea, [eleven]);
    fresh.mark(korea, [twelve]);
    expect([has(eleven), has(twelve)]).toEqual([false, true]);
    await end(0);
    expect(has(twelve)).toBe(true);
    fresh.mark(korea, []);
    expect(has(twelve)).toBe(false);
  });

  it('tell nobody when there are none', () => {
    const { fresh, told } = open();
    fresh.mark(korea, []);
    expect(told).not.toHaveBeenCalled();
  });
});
