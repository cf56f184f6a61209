import { describe, expect, it } from 'vitest';
import type { ApiErrorKind } from '../../../src/api/apiError';
import type { CallOptions, NcloudApi } from '../../../src/api/ncloudApi';
import { loadNetwork, type LoadedNetwork } from '../../../src/session/loadNetwork';
import { apiFailure } from '../../support/apiFailure';
import { buildInterface, buildServer, buildSubnet, buildVpc } from '../../support/buildNetwork';
import { fakeApi } from '../../support/fakeApi';

const regions = [{ regionCode: 'KR', regionName: 'Korea' }];
const full: Partial<NcloudApi> = {
  getRegionList: () => Promise.resolve(regions),
  getVpcList: () => Promise.resolve([buildVpc()]),
  getSubnetList: () => Promise.resolve([buildSubnet()]),
  getServerInstanceList: () => Promise.resolve([buildServer()]),
  getNetworkInterfaceList: () => Promise.resolve([buildInterface({ instanceNo: '10423318' })]),
};
const lists = {
  regions: 'getRegionList',
  vpcs: 'getVpcList',
  subnets: 'getSubnetList',
  servers: 'getServerInstanceList',
} as const satisfies Partial<Record<LoadedNetwork['gaps'][number]['what'], keyof NcloudApi>>;

describe('loadNetwork', () => {
  it('joins what five lists brought, without gaps', async () => {
    const { network, regions: read, gaps } = await loadNetwork(fakeApi(full), 'KR', {});
    expect(read).toEqual(regions);
    expect(gaps).toEqual([]);
    expect(network.serverOf(network.interface('701236')!)?.serverName).toBe('web-01');
    expect(network.vpc(network.subnet('3104')!.vpcNo)?.vpcName).toBe('prod-vpc');
  });

  it('makes one call for each list, whatever it holds, about the region asked for, those of its outline first', async () => {
    const calls: unknown[] = [];
    const note = <T>(name: string, value: T[], region: unknown): Promise<T[]> => {
      calls.push([name, region]);
      return Promise.resolve(value);
    };
    const api = fakeApi({
      getRegionList: () => note('regions', regions, undefined),
      getVpcList: (region) => note('vpcs', [buildVpc()], region),
      getSubnetList: (region) => note('subnets', [buildSubnet()], region),
      getServerInstanceList: (region) => note('servers', [buildServer()], region),
      getNetworkInterfaceList: (query) => note('interfaces', [buildInterface(), buildInterface()], query),
    });
    await loadNetwork(api, 'JPN', {});
    expect(calls).toEqual([
      ['vpcs', 'JPN'],
      ['subnets', 'JPN'],
      ['interfaces', { regionCode: 'JPN' }],
      ['servers', 'JPN'],
      ['regions', undefined],
    ]);
  });

  it.each(Object.entries(lists))(
    'says that the %s are missing when their list is refused, and shows the rest',
    async (what, list) => {
      const error = apiFailure('permission', { action: list });
      const loaded = await loadNetwork(fakeApi({ ...full, [list]: () => Promise.reject(error) }), 'KR', {});
      expect(loaded.gaps).toEqual([{ what, error }]);
      expect(loaded.network.interfaces).toHaveLength(1);
    },
  );

  it.each(Object.entries({ ...lists, interfaces: 'getNetworkInterfaceList' } as const))(
    'says which %s were left out because nobody can read them, and shows the rest',
    async (what, list) => {
      const left = { unreadable: [{ index: 0, key: '1', why: 'ip is missing' }], isCut: false, isUnsteady: false };
      const read = full[list] as (...args: unknown[]) => Promise<never>;
      const withGap = (...args: unknown[]): Promise<never> => {
        (args.at(-1) as CallOptions).onGap?.(left);
        return read(...args);
      };
      const loaded = await loadNetwork(fakeApi({ ...full, [list]: withGap }), 'KR', {});
      expect(loaded.gaps).toEqual([{ what, left }]);
      expect(loaded.network.interfaces).toHaveLength(1);
    },
  );

  it('keeps interfaces whose subnet could not be read', async () => {
    const api = fakeApi({ ...full, getSubnetList: () => Promise.reject(apiFailure('permission')) });
    const { network } = await loadNetwork(api, 'KR', {});
    expect(network.interfacesOf('3104')).toHaveLength(1);
    expect(network.range('3104')).toBeUndefined();
  });

  it.each<ApiErrorKind>(['permission', 'network', 'unreadable'])(
    'fails when the interfaces themselves cannot be read: %s',
    async (kind) => {
      const error = apiFailure(kind);
      const api = fakeApi({ ...full, getNetworkInterfaceList: () => Promise.reject(error) });
      await expect(loadNetwork(api, 'KR', {})).rejects.toBe(error);
    },
  );

  it.each<ApiErrorKind>(['credentials', 'clockSkew', 'headersMissing', 'network', 'rateLimited', 'quota', 'cancelled'])(
    'fails when any list says what is not about that list: %s',
    async (kind) => {
      const error = apiFailure(kind);
      const api = fakeApi({ ...full, getSubnetList: () => Promise.reject(error) });
      await expect(loadNetwork(api, 'KR', {})).rejects.toBe(error);
    },
  );

  it('does not take a bug for a gap', async () => {
    const api = fakeApi({ ...full, getVpcList: () => Promise.reject(new TypeError('a bug')) });
    await expect(loadNetwork(api, 'KR', {})).rejects.toThrow('a bug');
  });
});
