import { l10n } from 'vscode';
import type { NetworkInterface } from '../../model/networkInterface';
import type { Answer, Position, Prompter } from '../../ui/prompter';

/** Asks which of an interface's secondary IPs are meant; a single one is ticked already. */
export function pickSecondaryIps(
  prompter: Prompter,
  networkInterface: NetworkInterface | undefined,
  ticked: readonly string[],
  position: Position,
): Promise<Answer<readonly string[]>> {
  const choices = (networkInterface?.secondaryIpList ?? []).map((address) => ({ value: address, label: address }));
  const isOnly = choices.length === 1;
  return prompter.pickMany({
    ...position,
    placeholder: choices.length === 0 ? l10n.t('This interface has no secondary IPs.') : l10n.t('Select addresses'),
    choices,
    picked: choices.filter(({ value }) => isOnly || ticked.includes(value)),
    typed: (text) => choices.filter(({ label }) => label === text.trim()),
    validate: (values) => (values.length === 0 ? l10n.t('Select at least one address.') : undefined),
  });
}
