import { l10n } from 'vscode';
import type { Settle } from '../../change/applyDeps';
import { limits } from '../../api/limits';
import type { Profile } from '../../session/profile';
import { isSettling } from '../../model/networkInterface';
import type { Reading } from '../../session/networkState';
import type { Scope } from '../../session/scope';
import type { CommandContext } from '../commandContext';
import { createNamer } from '../../words/namer';
import { withNotification } from '../../ui/progress';

/** How long to wait, and how often to look, for what a profile's service is at work on. */
export function settleSchedule({ site }: Pick<Profile, 'site'>): Settle {
  return site === 'sandbox' ? limits.settleOfSandbox : limits.settle;
}

/** Reads interfaces until all are at rest, for as long as the schedule allows; the tree follows. Throws ApiError. */
export async function followUntilSettled(
  { readers, clock }: Pick<CommandContext, 'readers' | 'clock'>,
  scope: Scope,
  networkInterfaceNoList: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const { everyMs, atMostMs } = settleSchedule(scope.profile);
  const reader = await readers.open(scope);
  for (const until = clock.now() + atMostMs; clock.now() < until && !signal?.aborted;) {
    const fresh = await reader.interfaces([{ networkInterfaceNoList }]);
    reader.follow(fresh);
    // One that is missing is not known to be gone: only the region tells, when it is read next.
    if (fresh.length === networkInterfaceNoList.length && !fresh.some(isSettling)) return;
    await clock.sleep(everyMs, signal);
  }
}

/**
 * Waits until interfaces are at rest, with Cancel, for as long as the schedule allows; the reading of then, whatever ended
 * the wait. Throws ApiError.
 */
export async function waitUntilSettled(
  context: Pick<CommandContext, 'readers' | 'networks' | 'clock'>,
  { scope, reading }: { readonly scope: Scope; readonly reading: Reading },
  networkInterfaceNos: readonly string[],
): Promise<Reading> {
  const names = networkInterfaceNos.map(createNamer(reading.network)).join(', ');
  await withNotification(l10n.t('Waiting for {0} to settle…', names), (signal) =>
    followUntilSettled(context, scope, networkInterfaceNos, signal),
  );
  const state = context.networks.state(scope);
  return state.last ?? reading;
}
