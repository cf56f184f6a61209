import { describe, expect, it } from 'vitest';
import { readPart } from '../../../src/session/readPart';
import { buildInterface, buildNetwork } from '../../support/buildNetwork';
import { fakeApi } from '../../support/fakeApi';

describe('readPart', () => {
  it('leaves it to the whole region when a row cannot be read: only that read says what is missing', async () => {
    const network = buildNetwork({ interfaces: [buildInterface()] });
    const unreadable = [{ index: 1, key: '2', why: 'ip is missing' }];
    const api = fakeApi({
      getNetworkInterfaceList: (_query, options) => {
        options?.onGap?.({ unreadable, isCut: false, isUnsteady: false });
        return Promise.resolve([buildInterface()]);
      },
    });
    expect(await readPart(api, { kind: 'subnet', subnetNo: '3104' }, network)).toBeUndefined();
  });
});
