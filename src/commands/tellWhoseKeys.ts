import { l10n } from 'vscode';
import type { Probe } from '../session/probeKeys';
import type { Profile } from '../session/profile';
import { identityText } from '../ui/identityText';
import { notify } from '../ui/notify';
import { shownName } from '../ui/shownName';

/** Says that keys were saved and whose they are, so that the keys of another account are noticed before they change anything. */
export function tellWhoseKeys({ name }: Pick<Profile, 'name'>, probe: Pick<Probe, 'identity'> | undefined): void {
  const shown = shownName(name);
  const words = probe?.identity
    ? l10n.t('The keys of profile {0} are saved. They belong to {1}.', shown, identityText(probe.identity))
    : l10n.t('The keys of profile {0} are saved. Whose they are could not be found out.', shown);
  void notify('info', words);
}
