import { expect } from 'vitest';
import type { CallOptions, NcloudApi, NetworkInterfaceQuery } from '../../src/api/ncloudApi';
import type { NetworkInterface } from '../../src/model/networkInterface';
import { createNetworkStore, type NetworkStore } from '../../src/session/networkStore';
import type { NetworkState } from '../../src/session/networkState';
import type { KeptReadings } from '../../src/session/readings/keptReadings';
import type { Scope } from '../../src/session/scope';
import { buildInterface, buildSubnet, buildVpc } from './buildNetwork';
import { buildScope } from './buildProfile';
import { fakeApi } from './fakeApi';

/** The region that is read. */
export const scope = buildScope();
/** An interface by its number. */
export const nic = (no: string, ...secondaryIpList: string[]): NetworkInterface =>
  buildInterface({ networkInterfaceNo: no, secondaryIpList });

/** A read that waits. */
export interface HeldRead {
  readonly scope: Scope;
  readonly query: NetworkInterfaceQuery;
  readonly options: CallOptions;
  readonly answer: (...interfaces: NetworkInterface[]) => void;
  readonly fail: (error: unknown) => void;
}

/** A store whose every read waits until the test answers it. */
export function openHeldStore(
  methods: Partial<NcloudApi> = {},
  kept?: KeptReadings,
): {
  store: NetworkStore;
  reads: HeldRead[];
  told: Scope[];
} {
  const reads: HeldRead[] = [];
  const told: Scope[] = [];
  let clock = 0;
  const store = createNetworkStore(
    {
      get: (profile) =>
        Promise.resolve(
          fakeApi({
            getVpcList: () => Promise.resolve([buildVpc()]),
            getSubnetList: () => Promise.resolve([buildSubnet()]),
            getNetworkInterfaceList: (query, options = {}) => {
              const { promise, resolve, reject } = Promise.withResolvers<NetworkInterface[]>();
              const answer = (...interfaces: NetworkInterface[]): void => resolve(interfaces);
              reads.push({ scope: { profile, regionCode: query.regionCode }, query, options, answer, fail: reject });
              return promise;
            },
            ...methods,
          }),
        ),
    },
    () => ++clock,
    kept,
  );
  store.onDidChange((changed) => told.push(changed));
  return { store, reads, told };
}

/** The read with this ordinal, as soon as it is under way. */
export async function nth(reads: readonly HeldRead[], index: number): Promise<HeldRead> {
  await expect.poll(() => reads.length).toBeGreaterThan(index);
  return reads[index]!;
}

/** One read of the region, answered at once. */
export async function readOnce(
  bench: ReturnType<typeof openHeldStore>,
  ...interfaces: NetworkInterface[]
): Promise<void> {
  const loading = bench.store.refresh(scope);
  (await nth(bench.reads, bench.reads.length)).answer(...interfaces);
  await loading;
}

/** What was read last, a line for each interface. */
export function lastOf(state: NetworkState): readonly string[] | undefined {
  const { last } = state;
  return last?.network.interfaces.map((one) => [one.networkInterfaceNo, ...one.secondaryIpList].join(' '));
}
