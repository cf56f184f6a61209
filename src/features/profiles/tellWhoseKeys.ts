import { l10n } from 'vscode';
import type { Probe } from '../../session/keys/probeKeys';
import type { Profile } from '../../session/profile';
import { notify } from '../../ui/notify';
import { shownName } from '../../words/shownName';
import type { CallerIdentity } from '../../api/ncloudApi';

/** Says that keys were saved and whose they are, so that the keys of another account are noticed before they change anything. */
export function tellWhoseKeys({ name }: Pick<Profile, 'name'>, probe: Pick<Probe, 'identity'> | undefined): void {
  const shown = shownName(name);
  const words = probe?.identity
    ? l10n.t('Saved the keys of profile {0}. They belong to {1}.', shown, identityText(probe.identity))
    : l10n.t('Saved the keys of profile {0}. Their owner could not be determined.', shown);
  void notify('info', words);
}

/** Whose keys: the login name, or the number where there is none, and what kind of account it is. */
export function identityText({ id, loginAlias, userType }: CallerIdentity): string {
  const kinds = new Map([
    ['Customer', l10n.t('main account')],
    ['Sub', l10n.t('sub account')],
    ['Role', l10n.t('role')],
  ]);
  const kind = userType === undefined ? undefined : (kinds.get(userType) ?? shownName(userType));
  return [shownName(loginAlias ?? id), kind].filter(Boolean).join(' · ');
}
