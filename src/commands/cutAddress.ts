import { l10n } from 'vscode';
import { mention } from '../ui/notify';
import { secondaryIpsOf } from './addressesOf';
import type { CommandContext } from './commandContext';
import type { Arguments } from './readArguments';

/** Cut: remembers the selected secondary IPs until they are pasted onto another interface. Nothing is changed by it. */
export function cutAddress({ cut }: Pick<CommandContext, 'cut'>, { subjects }: Arguments): Promise<unknown> {
  const addresses = secondaryIpsOf(subjects);
  cut.set(addresses);
  const words =
    addresses.length === 0
      ? l10n.t('Only secondary IPs can be cut.')
      : l10n.t(
          'Cut {0}: paste onto an interface of the same subnet.',
          addresses.map(({ address }) => address).join(', '),
        );
  mention(words, 5_000);
  return Promise.resolve(addresses.map(({ address }) => address));
}
