import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox';
import { get } from './rawCall';

const list = '/vserver/v2/getPublicIpInstanceList';

describe('getPublicIpInstanceList', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(() => sandbox.close());

  it('shows the documented public IP', async () => {
    const answer = await get(sandbox, list, { 'publicIpInstanceNoList.1': '10423402' });
    expect(answer.content()).toMatchObject({ totalRows: 1, returnCode: '0', returnMessage: 'success' });
    expect(answer.rows()).toEqual([
      {
        publicIpInstanceNo: '10423402',
        publicIp: '203.0.113.24',
        publicIpDescription: '',
        createDate: '2026-01-05T15:10:02+0900',
        publicIpInstanceStatusName: 'used',
        publicIpInstanceStatus: { code: 'RUN', codeName: 'NET RUN State' },
        serverInstanceNo: '10423318',
        serverName: 'web-01',
        privateIp: '10.0.10.14',
        lastModifyDate: '2026-01-05T15:10:20+0900',
        publicIpInstanceOperation: { code: 'NULL', codeName: 'NET NULL OP' },
      },
    ]);
  });

  it('shows one that nobody uses without a server', async () => {
    const [row] = (await get(sandbox, list, { publicIp: '203.0.113.25' })).rows();
    expect(row).toMatchObject({ serverInstanceNo: '', serverName: '', privateIp: '' });
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['nothing', {}, ['10423402', '10423403']],
    ['numbers', { 'publicIpInstanceNoList.1': '10423403', 'publicIpInstanceNoList.2': '9' }, ['10423403']],
    ['publicIp', { publicIp: '203.0.113.24' }, ['10423402']],
    ['privateIp, the primary address of eth0', { privateIp: '10.0.10.14' }, ['10423402']],
    ['privateIp of the second interface', { privateIp: '10.0.20.6' }, []],
    ['isAssociated true', { isAssociated: 'true' }, ['10423402']],
    ['isAssociated false', { isAssociated: 'false' }, ['10423403']],
    ['serverName', { serverName: 'web-01' }, ['10423402']],
    ['publicIpInstanceStatusCode', { publicIpInstanceStatusCode: 'RUN' }, ['10423402', '10423403']],
    ['a status that none has', { publicIpInstanceStatusCode: 'TERMTING' }, []],
    ['vpcNo', { vpcNo: '1204' }, ['10423402']],
    ['another VPC', { vpcNo: '1207' }, []],
    ['the second page', { pageNo: '2', pageSize: '1' }, ['10423403']],
    ['another region', { regionCode: 'JPN' }, []],
  ])('takes %s', async (_what, params, expected) => {
    const answer = await get(sandbox, list, params);
    expect(answer.rows().map((row) => row.publicIpInstanceNo)).toEqual(expected);
    if ('pageNo' in params) expect(answer.content().totalRows).toBe(2);
  });

  it('wants a page size with a page number, and words for isAssociated', async () => {
    expect((await get(sandbox, list, { pageNo: '1' })).code()).toBe('900');
    expect((await get(sandbox, list, { isAssociated: 'yes' })).code()).toBe('1100000');
  });
});
