import { l10n } from 'vscode';
import type { Profile } from '../session/profile';

/** A profile's protection as the parts of a description: none for a normal one. */
export function protectionText({ protection }: Pick<Profile, 'protection'>): readonly string[] {
  if (protection === 'readOnly') return [l10n.t('read-only')];
  return protection === 'protected' ? [l10n.t('protected')] : [];
}
