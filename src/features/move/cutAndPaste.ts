import { l10n } from 'vscode';
import { mention } from '../../ui/notify';
import { secondaryIpsOf, byInterface } from './addressesOf';
import type { CommandContext } from '../commandContext';
import type { Arguments } from '../readArguments';
import { needReading } from '../ask/needScope';
import { runChange } from '../change/runChange';

/** Cut: remembers the selected secondary IPs until they are pasted onto another interface. Nothing is changed by it. */
export function cutAddress({ cut }: Pick<CommandContext, 'cut'>, { subjects }: Arguments): Promise<unknown> {
  const addresses = secondaryIpsOf(subjects);
  cut.set(addresses);
  const words =
    addresses.length === 0
      ? l10n.t('Only secondary IPs can be cut.')
      : l10n.t(
          'Cut {0}. Paste onto an interface in the same subnet.',
          addresses.map(({ address }) => address).join(', '),
        );
  mention(words, 5_000);
  return Promise.resolve(addresses.map(({ address }) => address));
}

/** Paste: moves what was cut onto the interface it is pasted on; the same plan as Move. */
export async function pasteAddress(context: CommandContext, args: Arguments): Promise<unknown> {
  const { cut } = context;
  const [target] = args.subjects;
  const to = target && 'networkInterfaceNo' in target ? target.networkInterfaceNo : undefined;
  if (!target || to === undefined || cut.items.length === 0) {
    mention(l10n.t('Cut secondary IPs first, then paste onto an interface.'), 5_000);
    return undefined;
  }
  const found = await needReading(context, { ...args, subjects: [target], others: cut.items });
  if (!found) return undefined;
  const items = byInterface(cut.items).map(({ networkInterfaceNo, secondaryIps }) => ({
    kind: 'move' as const,
    networkInterfaceNo: to,
    secondaryIps,
    from: networkInterfaceNo,
  }));
  const outcome = await runChange(context, { ...found, intent: { items } });
  if (outcome) cut.set([]);
  return outcome;
}
