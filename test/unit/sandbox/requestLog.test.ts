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

  it('lets the oldest go beyond 16 MB, many small parameters counted as what they take', () => {
    const log = new RequestLog();
    const send = (pairs: [string, string][]) =>
      log.open({ now: 0, method: 'POST', action: 'getVpcList', params: new Params(pairs), requestId: '1' });
    const many = Array.from({ length: 10_000 }, (_none, at): [string, string] => [at.toString(36), '1']);
    for (let count = 0; count < 20; count++) send(many);
    expect(log.list().map(({ seq }) => seq)).toEqual([6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
    for (let count = 0; count < 60; count++) send([['note', 'x'.repeat(250_000)]]);
    expect(log.list().length).toBeGreaterThan(20);
    expect(log.list().length).toBeLessThan(40);
    expect(log.list().at(-1)?.seq).toBe(80);
  });

  it('keeps no more of an action than a name is long', () => {
    const entry = new RequestLog().open({
      now: 0,
      method: 'GET',
      action: 'x'.repeat(9_999),
      requestId: '1',
      reason: '',
    });
    expect(entry.action).toHaveLength(100);
    expect(entry.params).toEqual({});
  });
});
