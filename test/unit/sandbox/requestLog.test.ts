import { describe, expect, it } from 'vitest';
import { RequestLog } from '../../../src/sandbox/requestLog';
import { Params } from '../../../src/sandbox/wire/params';

describe('RequestLog', () => {
  const open = (log: RequestLog, accessKey?: string) =>
    log.open({ now: 0, method: 'GET', action: 'getRegionList', params: new Params([]), accessKey, requestId: '1' });

  it('masks the access key, however short', () => {
    const log = new RequestLog();
    const keys = ['ncpTestAccessKey0001', 'abcdefgh', 'short', undefined].map((key) => open(log, key).accessKey);
    expect(keys).toEqual(['ncpT…0001', '…', '…', '']);
  });

  it('goes on counting after it was cleared, and lets the oldest go', () => {
    const log = new RequestLog();
    open(log);
    log.clear();
    for (let count = 0; count < 20_005; count++) open(log);
    expect(log.list()).toHaveLength(20_000);
    expect(log.list()[0]?.seq).toBe(7);
  });
});
