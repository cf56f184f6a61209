import { expect, it } from 'vitest';
import type { NcloudApi } from '../../../../src/api/ncloudApi';
import { followUntilSettled } from '../../../../src/features/change/settling';
import { createGroupNames } from '../../../../src/session/groupNames';
import { createReaders } from '../../../../src/session/regionReader';
import { createNetworkStore } from '../../../../src/session/networkStore';
import { buildInterface } from '../../../support/buildNetwork';
import { buildScope } from '../../../support/buildProfile';
import { fakeApi } from '../../../support/fakeApi';

const scope = buildScope({ site: 'sandbox' });

/** Follows one interface with a clock that goes on by what is slept. */
function follow(getNetworkInterfaceList: NcloudApi['getNetworkInterfaceList']) {
  let now = 0;
  const apis = { get: () => Promise.resolve(fakeApi({ getNetworkInterfaceList })) };
  const networks = createNetworkStore(apis, () => now);
  const clock = { now: () => now, sleep: (ms: number) => Promise.resolve(void (now += ms)) };
  const readers = createReaders(apis, networks, createGroupNames());
  return { networks, following: () => followUntilSettled({ readers, clock }, scope, ['701236']), slept: () => now };
}

it('a late answer of an account does not appear under the one that came in its place', async () => {
  const late = Promise.withResolvers<ReturnType<typeof buildInterface>[]>();
  let asked = 0;
  const { networks, following } = follow(({ networkInterfaceNoList }) => {
    if (networkInterfaceNoList === undefined) return Promise.resolve([buildInterface({ networkInterfaceNo: '2' })]);
    asked++;
    return late.promise;
  });
  const running = following();
  await expect.poll(() => asked).toBe(1);
  networks.forget(scope.profile.id);
  await networks.load(scope);
  late.resolve([buildInterface()]);
  await running;
  const state = networks.state(scope);
  expect(state.last?.network.interfaces.map((one) => one.networkInterfaceNo)).toEqual(['2']);
});

it('waiting for an interface with a status that nobody documented ends with the schedule', async () => {
  const odd = buildInterface({ networkInterfaceStatus: { code: 'REPAIRING' } });
  const { following, slept } = follow(() => Promise.resolve([odd]));
  await following();
  expect(slept()).toBe(60_000);
});
