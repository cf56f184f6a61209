import { l10n } from 'vscode';
import type { Network } from '../../model/network';
import { hasRoomFor } from '../../model/networkInterface';
import { shownNames } from '../../words/shownName';
import { pickInterface } from '../ask/pickInterface';
import type { CommandContext } from '../commandContext';
import { sayNoRoom } from '../unseen/unseenOf';

/** Asks which interface of a subnet gets addresses that were found first; says so when none has room for them. */
export async function askHere(
  { prompter }: Pick<CommandContext, 'prompter'>,
  network: Network,
  subnetNo: string,
  addresses: readonly string[],
): Promise<string | undefined> {
  const fits = (nic: Parameters<typeof hasRoomFor>[0]): boolean =>
    nic.subnetNo === subnetNo && hasRoomFor(nic, addresses);
  if (!network.interfaces.some(fits)) {
    sayNoRoom(network.subnet(subnetNo)?.subnetName ?? subnetNo, addresses.length);
    return undefined;
  }
  const title = `${l10n.t('Assign Secondary IPs')} · ${shownNames(addresses)}`;
  const placeholder = l10n.t('Which interface of the same subnet?');
  const answer = await pickInterface(prompter, { network, fits, placeholder }, { title });
  return answer?.kind === 'next' ? answer.value : undefined;
}
