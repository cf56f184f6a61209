import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Call } from '../../../../src/api/actions/action';
import { ApiError, type ApiErrorDetails } from '../../../../src/api/apiError';
import { fetchPagedList } from '../../../../src/api/lists/fetchPagedList';
import { limits } from '../../../../src/api/limits';
import type { ListGap, NcloudApi } from '../../../../src/api/ncloudApi';
import { networkInterface } from '../../../../src/api/schemas/networkInterface';
import { answerWith, interfacesBody, listBody, wireInterface } from '../../../support/answers';
import { startRawApi } from '../../../support/rawApi';
import { recordLog } from '../../../support/recordLog';

const list = 'getNetworkInterfaceList';
// In JSON a field that is undefined is left out.
const withoutAddresses = wireInterface({ networkInterfaceNo: '701237', secondaryIpList: undefined });

async function failure(call: Promise<unknown>): Promise<ApiErrorDetails> {
  const error: unknown = await call.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ApiError);
  return (error as ApiError).details;
}
const read = (api: NcloudApi, onGap?: (gap: ListGap) => void) =>
  api.getNetworkInterfaceList({ regionCode: 'KR' }, onGap && { onGap });

describe('a list with a row that nobody can read', () => {
  it('comes without it for a caller who listens, and is said to', async () => {
    const { api } = await startRawApi(answerWith(200, interfacesBody(list, wireInterface(), withoutAddresses)));
    const gaps: ListGap[] = [];
    const rows = await read(api, (gap) => gaps.push(gap));
    expect(rows.map((row) => row.networkInterfaceNo)).toEqual(['701236']);
    const unreadable = [{ index: 1, key: '701237', why: 'secondaryIpList is missing' }];
    expect(gaps).toEqual([{ unreadable, isCut: false, isUnsteady: false }]);
  });

  it('fails for one who does not: the row would look as if it were gone', async () => {
    const { api, log } = await startRawApi(answerWith(200, interfacesBody(list, wireInterface(), withoutAddresses)));
    const words = 'rows that could not be read: 701237 secondaryIpList is missing';
    expect(await failure(read(api))).toMatchObject({ kind: 'unreadable', effect: 'none', apiMessage: words });
    expect(log.lines).toContain(`warn ${list}: ${words}`);
  });

  it('is unreadable when no row can be read, listening or not', async () => {
    const { api } = await startRawApi(answerWith(200, interfacesBody(list, withoutAddresses)));
    const details = await failure(read(api, () => undefined));
    expect(details).toMatchObject({
      kind: 'unreadable',
      apiMessage: 'networkInterfaceList has no row that can be read: secondaryIpList is missing',
    });
  });
});

describe('a list that is not there', () => {
  const absent = JSON.stringify({ [`${list}Response`]: { totalRows: 0, requestId: 'r', returnCode: '0' } });

  it.each([
    ['absent', absent, 'networkInterfaceList is missing'],
    [
      'empty against its own total',
      listBody(list, 'networkInterfaceList', [], 3),
      'networkInterfaceList is empty, though totalRows is 3',
    ],
  ])('because it is %s is unreadable, not empty', async (_what, body, apiMessage) => {
    const { api } = await startRawApi(answerWith(200, body));
    expect(await failure(read(api))).toMatchObject({ kind: 'unreadable', apiMessage });
  });

  it('is unreadable for a single interface too, and for lists without pages', async () => {
    const detail = await startRawApi(answerWith(200, '{"getNetworkInterfaceDetailResponse":{"returnCode":"0"}}'));
    expect(await failure(detail.api.getNetworkInterfaceDetail('KR', '1'))).toMatchObject({ kind: 'unreadable' });
    const vpcs = await startRawApi(answerWith(200, listBody('getVpcList', 'vpcList', [], '2')));
    expect(await failure(vpcs.api.getVpcList('KR'))).toMatchObject({ kind: 'unreadable' });
  });
});

describe('a list that takes too long', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('ends after the time for a list, whatever its pages do', async () => {
    vi.useFakeTimers();
    const call: Call = (_action, options) =>
      new Promise((_resolve, reject) => {
        options?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      });
    const reading = fetchPagedList(call, recordLog(), {
      name: list,
      service: 'vserver/v2',
      regionCode: 'KR',
      filters: {},
      list: { name: 'networkInterfaceList', key: 'networkInterfaceNo', row: networkInterface },
      options: undefined,
    });
    const failed = failure(reading);
    await vi.advanceTimersByTimeAsync(limits.listTimeoutMs);
    expect(await failed).toMatchObject({ kind: 'timeout', apiMessage: 'the list was not complete after 120 s' });
  });
});
