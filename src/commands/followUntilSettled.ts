import { isSettling } from '../model/networkInterface';
import type { Scope } from '../session/networkStore';
import type { CommandContext } from './commandContext';
import { settleSchedule } from './settleSchedule';

/** Reads interfaces until all are at rest, for as long as the schedule allows; the tree follows. Throws ApiError. */
export async function followUntilSettled(
  { apis, networks, clock }: Pick<CommandContext, 'apis' | 'networks' | 'clock'>,
  scope: Scope,
  networkInterfaceNoList: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const { everyMs, atMostMs } = settleSchedule(scope.profile);
  const { regionCode } = scope;
  const follow = networks.following(scope);
  const api = await apis.get(scope.profile);
  for (const until = clock.now() + atMostMs; clock.now() < until && !signal?.aborted;) {
    const fresh = await api.getNetworkInterfaceList({ regionCode, networkInterfaceNoList });
    follow(fresh);
    // One that is missing is not known to be gone: only the region tells, when it is read next.
    if (fresh.length === networkInterfaceNoList.length && !fresh.some(isSettling)) return;
    await clock.sleep(everyMs, signal);
  }
}
