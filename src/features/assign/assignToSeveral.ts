import { l10n } from 'vscode';
import { maxSecondaryIps } from '../../model/networkInterface';
import type { Reading } from '../../session/networkState';
import type { Scope } from '../../session/scope';
import type { CommandContext } from '../commandContext';
import { freshInterfaces } from '../change/planFresh';
import { runChange } from '../change/runChange';
import { interfaceCount } from '../../words/countText';

/** The same number of proposed addresses for each of several interfaces: one plan, one review, a result for each. */
export async function assignToSeveral(
  context: CommandContext,
  found: { readonly scope: Scope; readonly reading: Reading },
  networkInterfaceNos: readonly string[],
): Promise<unknown> {
  const { scope } = found;
  const reading = await freshInterfaces(context, found, networkInterfaceNos);
  const { network } = reading;
  const rooms = networkInterfaceNos.map((no) => maxSecondaryIps - (network.interface(no)?.secondaryIpList.length ?? 0));
  const most = Math.max(1, Math.min(...rooms));
  const answer = await context.prompter.pick({
    title: `${l10n.t('Assign Secondary IPs')} · ${interfaceCount(networkInterfaceNos.length)}`,
    placeholder: l10n.t('How many for each interface? The lowest addresses not seen in use are proposed.'),
    choices: Array.from({ length: most }, (_, index) => ({
      value: index + 1,
      label: String(index + 1),
      description: l10n.t('{0} in total', (index + 1) * networkInterfaceNos.length),
    })),
  });
  if (answer?.kind !== 'next') return undefined;
  const items = networkInterfaceNos.map((networkInterfaceNo) => ({
    kind: 'assign' as const,
    networkInterfaceNo,
    secondaryIps: [],
    propose: answer.value,
  }));
  return runChange(context, { scope, reading, intent: { items }, isAttended: true });
}
