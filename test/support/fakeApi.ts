import type { NcloudApi } from '../../src/api/ncloudApi';
import { apiFailure } from './apiFailure';

export interface FakeApi extends NcloudApi {
  readonly isDisposed: boolean;
}

/** A client whose lists are empty and which refuses every change, with anything overridden. */
export function fakeApi(methods: Partial<NcloudApi> = {}): FakeApi {
  const empty = <T>(): Promise<T[]> => Promise.resolve([]);
  const refuse = (): Promise<never> => Promise.reject(apiFailure('refused'));
  let isDisposed = false;
  return {
    get isDisposed() {
      return isDisposed;
    },
    getCallerIdentity: () => Promise.resolve({ id: '1' }),
    getRegionList: empty,
    getZoneList: empty,
    getVpcList: empty,
    getSubnetList: empty,
    getServerInstanceList: empty,
    getAccessControlGroupList: empty,
    getNetworkInterfaceList: empty,
    getNetworkInterfaceDetail: () => Promise.resolve(undefined),
    assignSecondaryIps: refuse,
    unassignSecondaryIps: refuse,
    dispose() {
      isDisposed = true;
    },
    ...methods,
  };
}
