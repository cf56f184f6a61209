import { l10n } from 'vscode';
import type { CallerIdentity } from '../api/ncloudApi';
import { shownName } from './shownName';

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
