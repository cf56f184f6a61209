import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox';
import { get } from './rawCall';

type Params = Readonly<Record<string, string>>;

const asked = { networkInterfaceNo: '701236', collectActionTypeCode: 'DENY', storageBucketName: 'logs' };

describe('flow logs', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const call = (action: string, params: Params = {}) => get(sandbox, `/vserver/v2/${action}`, params);
  const isFlagged = async () =>
    (await call('getNetworkInterfaceDetail', { networkInterfaceNo: '701236' })).rows()[0]?.enableFlowLog;
  const configured = {
    networkInterfaceNo: '701236',
    collectActionType: { code: 'DENY', codeName: 'Deny' },
    collectIntervalMinute: 15,
    storageType: { code: 'OBJT', codeName: 'Object Storage' },
    storageBucketName: 'logs',
    storageBucketDirectoryName: 'VPC_FLOW_LOG',
  };

  it('enableFlowLog answers with the configuration, and the interface says so', async () => {
    expect(await isFlagged()).toBe(false);
    const answer = await call('enableFlowLog', asked);
    expect(Object.keys(answer.json() as object)).toEqual(['enableFlowLogResponse']);
    expect(answer.content()).toMatchObject({ totalRows: 1, flowLogConfigurationList: [configured], returnCode: '0' });
    expect(await isFlagged()).toBe(true);
  });

  it('enableFlowLog takes interval, storage and directory', async () => {
    const more = { collectIntervalMinute: '30', storageTypeCode: 'OBJT', storageBucketDirectoryName: 'web' };
    const answer = await call('enableFlowLog', { ...asked, ...more, collectActionTypeCode: 'ALL' });
    expect(answer.rows()).toMatchObject([
      { collectActionType: { code: 'ALL' }, collectIntervalMinute: 30, storageBucketDirectoryName: 'web' },
    ]);
  });

  it('getFlowLogConfigurationList lists what is enabled, of all or of those named', async () => {
    const list = async (params: Params = {}) => (await call('getFlowLogConfigurationList', params)).rows();
    expect(await list()).toEqual([]);
    await call('enableFlowLog', asked);
    await call('enableFlowLog', { ...asked, networkInterfaceNo: '701240' });
    expect((await list()).map((row) => row.networkInterfaceNo)).toEqual(['701236', '701240']);
    expect(await list({ 'networkInterfaceNoList.1': '701236', 'networkInterfaceNoList.2': '701237' })).toEqual([
      configured,
    ]);
    expect(await list({ regionCode: 'JPN' })).toEqual([]);
  });

  it('disableFlowLog answers with what it ended', async () => {
    await call('enableFlowLog', asked);
    const answer = await call('disableFlowLog', { networkInterfaceNo: '701236' });
    expect(answer.content()).toMatchObject({ totalRows: 1, flowLogConfigurationList: [configured] });
    expect([await isFlagged(), (await call('getFlowLogConfigurationList')).rows()]).toEqual([false, []]);
  });

  it.each<[string, string, Params, string]>([
    ['enable without an interface', 'enableFlowLog', { ...asked, networkInterfaceNo: '' }, '900'],
    ['enable without what to collect', 'enableFlowLog', { ...asked, collectActionTypeCode: '' }, '900'],
    ['enable without a bucket', 'enableFlowLog', { ...asked, storageBucketName: '' }, '900'],
    ['collect something else', 'enableFlowLog', { ...asked, collectActionTypeCode: 'SOME' }, '1100000'],
    ['store elsewhere', 'enableFlowLog', { ...asked, storageTypeCode: 'NAS' }, '1100000'],
    ['collect every zero minutes', 'enableFlowLog', { ...asked, collectIntervalMinute: '0' }, '1100000'],
    ['enable for an unknown interface', 'enableFlowLog', { ...asked, networkInterfaceNo: '9' }, '1002901'],
    ['disable what is not enabled', 'disableFlowLog', { networkInterfaceNo: '701236' }, '1100000'],
    ['disable without an interface', 'disableFlowLog', {}, '900'],
  ])('refuses to %s', async (_what, action, params, code) => {
    const answer = await call(action, params);
    expect([answer.status, answer.code()]).toEqual([400, code]);
    expect(await isFlagged()).toBe(false);
  });

  it('refuses to enable twice', async () => {
    await call('enableFlowLog', asked);
    expect((await call('enableFlowLog', { ...asked, storageBucketName: 'other' })).code()).toBe('1100000');
    expect((await call('getFlowLogConfigurationList')).rows()).toEqual([configured]);
  });
});
