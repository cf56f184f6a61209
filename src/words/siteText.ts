import { l10n } from 'vscode';
import type { Profile } from '../session/profile';

/** A site's name, in words. */
export function siteText(site: Profile['site']): string {
  switch (site) {
    case 'public':
      return l10n.t('Public (ncloud.com)');
    case 'gov':
      return l10n.t('Government (gov-ncloud.com)');
    case 'fin':
      return l10n.t('Financial (fin-ncloud.com)');
    case 'sandbox':
      return l10n.t('Sandbox on this machine');
    case 'custom':
      return l10n.t('Custom address');
  }
}

/** A profile's protection as the parts of a description: none for a normal one. */
export function protectionText({ protection }: Pick<Profile, 'protection'>): readonly string[] {
  if (protection === 'readOnly') return [l10n.t('read-only')];
  return protection === 'protected' ? [l10n.t('protected')] : [];
}
