import { l10n } from 'vscode';
import type { Reading, Scope } from '../session/networkStore';
import { createNamer } from '../ui/namer';
import { withNotification } from '../ui/progress';
import type { CommandContext } from './commandContext';
import { followUntilSettled } from './followUntilSettled';

/**
 * Waits until interfaces are at rest, with Cancel, for as long as the schedule allows; the reading of then, whatever ended
 * the wait. Throws ApiError.
 */
export async function waitUntilSettled(
  context: Pick<CommandContext, 'apis' | 'networks' | 'clock'>,
  { scope, reading }: { readonly scope: Scope; readonly reading: Reading },
  networkInterfaceNos: readonly string[],
): Promise<Reading> {
  const names = networkInterfaceNos.map(createNamer(reading.network)).join(', ');
  await withNotification(l10n.t('Waiting until {0} settles…', names), (signal) =>
    followUntilSettled(context, scope, networkInterfaceNos, signal),
  );
  const state = context.networks.state(scope);
  return 'last' in state ? state.last : reading;
}
