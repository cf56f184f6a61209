import { describe, expect, it } from 'vitest';
import { arrivals, startClient, ways } from './startClient';

describe('getRegionList', () => {
  it.each(ways)('request by $method for $responseFormatType has no parameters', async (way) => {
    const { api, sandbox } = await startClient(way);
    await api.getRegionList();
    expect(arrivals(await sandbox.requests())).toEqual([`${way.method} getRegionList`]);
  });

  it.each(ways)('response by $method as $responseFormatType keeps the order: the first is the default', async (way) => {
    const { api } = await startClient(way);
    expect(await api.getRegionList()).toStrictEqual([
      { regionCode: 'KR', regionName: 'Korea' },
      { regionCode: 'JPN', regionName: 'Japan(New)' },
    ]);
  });
});
