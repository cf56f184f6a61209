import { describe, expect, it } from 'vitest';
import { FaultQueue } from '../../../../src/sandbox/faults/faultQueue';

describe('FaultQueue', () => {
  it('gives each call the first fault that fits it', () => {
    const queue = new FaultQueue();
    queue.add([
      { action: 'b', fault: 'reset' },
      { action: '*', fault: 'throttle', times: 2 },
      { action: 'a', fault: 'stall' },
    ]);
    const take = (action: string) => queue.take(action, false)?.fault.fault;
    expect([take('a'), take('b'), take('b'), take('a'), take('a')]).toEqual([
      'throttle',
      'reset',
      'throttle',
      'stall',
      undefined,
    ]);
  });

  it('keeps faults of reads from writes and the other way round', () => {
    const queue = new FaultQueue();
    queue.add([
      { action: '*', fault: 'staleList' },
      { action: '*', fault: 'stuckSet' },
    ]);
    expect(queue.take('a', true)?.fault.fault).toBe('stuckSet');
    expect(queue.take('a', true)).toBeUndefined();
    expect(queue.take('a', false)?.fault.fault).toBe('staleList');
  });

  it('lists what is left', () => {
    const queue = new FaultQueue();
    queue.add([{ action: 'a', fault: 'throttle', times: 3, retryAfter: 1 }]);
    queue.take('a', false);
    expect(queue.list()).toEqual([{ action: 'a', fault: 'throttle', times: 2, retryAfter: 1 }]);
  });
});
