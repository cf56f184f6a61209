import { l10n, ThemeIcon } from 'vscode';
import type { Network } from '../../model/network';
import { checkAddress } from '../../plan/checkAddress';
import type { AssignItem, IntentItem } from '../../plan/intent';
import { createNamer } from '../../words/namer';
import { mapAnswer, type Answer, type Position, type Prompter } from '../../ui/prompter';

/** What is wanted, with what somebody else holds by now in items of its own. */
export interface HeldItems {
  readonly taken: readonly AssignItem[];
  readonly others: readonly IntentItem[];
  /** Who would lose what. */
  readonly losses: readonly { readonly address: string; readonly holder: string }[];
}

/** Takes apart what is wanted: addresses that another interface holds as secondary IPs and that nobody allowed to take over. */
export function splitHeld(items: readonly IntentItem[], network: Network): HeldItems {
  const taken: AssignItem[] = [];
  const others: IntentItem[] = [];
  const losses: { address: string; holder: string }[] = [];
  for (const item of items) {
    if (item.kind !== 'assign' || item.allowReassign) {
      others.push(item);
      continue;
    }
    const { networkInterfaceNo, secondaryIps } = item;
    const found = secondaryIps.flatMap((address) => {
      const check = checkAddress(network, networkInterfaceNo, address, true);
      return check.ok && check.state === 'takes' ? [{ address, holder: check.holder.networkInterfaceNo }] : [];
    });
    const held = found.map(({ address }) => address);
    const left = secondaryIps.filter((address) => !held.includes(address));
    losses.push(...found);
    if (held.length > 0) taken.push({ kind: 'assign', networkInterfaceNo, secondaryIps: held, allowReassign: true });
    const asksMore = left.length > 0 || (item.count ?? 0) > 0 || (item.propose ?? 0) > 0;
    if (held.length === 0 || asksMore) others.push({ ...item, secondaryIps: left });
  }
  return { taken, others, losses };
}

/** Asks once for all of them whether the holders may lose them, naming each loss; the answer is what is wanted then. */
export async function askHeldItems(
  prompter: Prompter,
  network: Network,
  { taken, others, losses }: HeldItems,
  position: Position,
): Promise<Answer<readonly IntentItem[]>> {
  const name = createNamer(network);
  const holders = losses.map(({ address, holder }) => l10n.t('{0} on {1}', address, name(holder)));
  const detail = losses.map(({ address, holder }) => l10n.t('{0} loses {1}.', name(holder), address)).join(' ');
  const answer = await prompter.pick({
    ...position,
    placeholder: l10n.t('Already held: {0}', holders.join(', ')),
    choices: [
      { value: true, iconPath: new ThemeIcon('arrow-swap'), label: l10n.t('Take Over'), detail },
      ...(others.length > 0
        ? [
            {
              value: false,
              iconPath: new ThemeIcon('circle-slash'),
              label: l10n.t('Leave Them Out'),
              detail: l10n.t('Only the rest will be requested.'),
            },
          ]
        : []),
    ],
  });
  return mapAnswer(answer, (takesOver) => (takesOver ? [...taken, ...others] : others));
}
