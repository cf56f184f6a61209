import { l10n } from 'vscode';
import type { NetworkInterface } from '../model/networkInterface';
import { shownName } from './shownName';

/** The status in words. `codeName` is the fallback only: it differs by language and age of the service. */
export function statusText({ networkInterfaceStatus }: Pick<NetworkInterface, 'networkInterfaceStatus'>): string {
  switch (networkInterfaceStatus.code) {
    case 'USED':
      return l10n.t('in use');
    case 'NOTUSED':
      return l10n.t('not attached');
    case 'SET':
      return l10n.t('being configured');
    case 'UNSET':
      return l10n.t('being removed');
    default:
      return shownName(networkInterfaceStatus.codeName ?? networkInterfaceStatus.code);
  }
}
