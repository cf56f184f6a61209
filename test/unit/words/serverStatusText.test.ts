import { describe, expect, it } from 'vitest';
import { serverStatusText } from '../../../src/words/statusText';

describe('serverStatusText', () => {
  it('has words for what the documents name, whichever of two names the service uses', () => {
    expect(serverStatusText({ serverInstanceStatusName: 'running' })).toBe('running');
    expect(serverStatusText({ serverInstanceStatusName: 'changingSpec' })).toBe('changing its specification');
    expect(serverStatusText({ serverInstanceStatusName: 'init' })).toBe(
      serverStatusText({ serverInstanceStatusName: 'creating' }),
    );
  });

  it('falls back to the words of the service, then to the code, then to nothing', () => {
    const status = { code: 'NSTOP', codeName: 'Server normal stopped state' };
    expect(serverStatusText({ serverInstanceStatusName: 'dozing', serverInstanceStatus: status })).toBe('dozing');
    expect(serverStatusText({ serverInstanceStatus: status })).toBe('Server normal stopped state');
    expect(serverStatusText({ serverInstanceStatus: { code: 'NSTOP' } })).toBe('NSTOP');
    expect(serverStatusText({})).toBeUndefined();
  });
});
