import { describe, expect, it } from 'vitest';
import { arrivals, startClient, ways } from './startClient';

describe('getAccessControlGroupList', () => {
  it.each(ways)('request by $method for $responseFormatType asks for whole pages', async (way) => {
    const { api, sandbox } = await startClient(way);
    await api.getAccessControlGroupList('KR');
    expect(arrivals(await sandbox.requests())).toEqual([
      `${way.method} getAccessControlGroupList regionCode=KR pageNo=1 pageSize=1000`,
    ]);
  });

  it.each(ways)('response by $method as $responseFormatType has names and which is the default', async (way) => {
    const { api } = await startClient(way);
    const groups = await api.getAccessControlGroupList('KR');
    expect(groups).toContainEqual({
      accessControlGroupNo: '1590',
      accessControlGroupName: 'db-acg',
      vpcNo: '1204',
      isDefault: false,
    });
    expect(
      groups
        .filter((group) => group.isDefault)
        .map((group) => group.vpcNo)
        .sort(),
    ).toEqual(['1204', '1207']);
  });
});
