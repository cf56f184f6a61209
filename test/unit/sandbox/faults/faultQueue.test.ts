import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/sandbox/createRandom';
import { FaultQueue } from '../../../../src/sandbox/faults/faultQueue';
import { small } from '../../../../src/sandbox/scenarios/scenarios';
import { World } from '../../../../src/sandbox/state/world';
import { Params } from '../../../../src/sandbox/wire/params';

describe('FaultQueue', () => {
  const start = () => {
    const clock = { now: 0 };
    const world = new World(() => clock.now, createRandom(1), 0);
    small(world);
    const queue = new FaultQueue();
    const add = (...faults: Parameters<FaultQueue['add']>[0]) => queue.add(faults, world);
    const take = (action: string, writes = false, params = {}) =>
      queue.take({ action, writes, params: new Params(Object.entries(params)) }, world);
    return { clock, world, queue, add, take, named: (action: string) => take(action)?.fault.fault };
  };

  it('gives each call the first fault that fits it', () => {
    const { add, named } = start();
    add({ action: 'b', fault: 'reset' }, { action: '*', fault: 'throttle', times: 2 }, { action: 'a', fault: 'stall' });
    expect([named('a'), named('b'), named('b'), named('a'), named('a')]).toEqual([
      'throttle',
      'reset',
      'throttle',
      'stall',
      undefined,
    ]);
  });

  it('keeps faults of reads from writes and the other way round', () => {
    const { add, take } = start();
    add({ action: '*', fault: 'staleList' }, { action: '*', fault: 'stuckSet' });
    expect(take('a', true)?.fault.fault).toBe('stuckSet');
    expect(take('a', true)).toBeUndefined();
    expect(take('a', false)?.fault.fault).toBe('staleList');
  });

  it('lists what is left', () => {
    const { add, take, queue } = start();
    add({ action: 'a', fault: 'throttle', times: 3, retryAfter: 1 });
    take('a');
    expect(queue.list()).toEqual([{ action: 'a', fault: 'throttle', times: 2, retryAfter: 1 }]);
  });

  it('lets a replica lag together with the fault that meets the call', () => {
    const { add, take, named } = start();
    add({ action: '*', fault: 'laggingList' }, { action: '*', fault: 'throttle' });
    expect(take('a')).toMatchObject({ fault: { fault: 'throttle' }, frozen: expect.any(Map) as unknown });
    expect([named('a'), named('a')]).toEqual(['laggingList', 'laggingList']);
  });

  it('ends a lag after its time and after its number of calls', () => {
    const { add, named, clock } = start();
    add({ action: 'a', fault: 'laggingList', ms: 100 }, { action: 'b', fault: 'laggingList', times: 1 });
    expect([named('a'), named('b'), named('b')]).toEqual(['laggingList', 'laggingList', undefined]);
    clock.now = 99;
    expect(named('a')).toBe('laggingList');
    clock.now = 100;
    expect(named('a')).toBeUndefined();
  });

  it('keeps a fault of later pages from the first', () => {
    const { add, take } = start();
    add({ action: '*', fault: 'rowSwapped' });
    expect([take('a'), take('a', false, { pageNo: '1' })]).toEqual([undefined, undefined]);
    expect(take('a', false, { pageNo: '2' })?.fault.fault).toBe('rowSwapped');
  });
});
