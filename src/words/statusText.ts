import { l10n } from 'vscode';
import type { NetworkInterface } from '../model/networkInterface';
import type { Server } from '../model/server';
import { shownName } from './shownName';

/** The status of a network interface in words. `codeName` is the fallback only: it differs by language and age of the service. */
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

/** The status of a server in words; a status that the service's documents do not name stays as the service spells it. */
export function serverStatusText({
  serverInstanceStatusName: name,
  serverInstanceStatus: status,
}: Pick<Server, 'serverInstanceStatusName' | 'serverInstanceStatus'>): string | undefined {
  switch (name) {
    case 'init':
    case 'creating':
      return l10n.t('creating');
    case 'booting':
      return l10n.t('booting');
    case 'setting up':
      return l10n.t('setting up');
    case 'running':
      return l10n.t('running');
    case 'shutting down':
    case 'hard shutting down':
      return l10n.t('shutting down');
    case 'terminating':
      return l10n.t('terminating');
    case 'stopped':
      return l10n.t('stopped');
    case 'changingSpec':
      return l10n.t('changing its specification');
    case 'copying':
      return l10n.t('copying');
    case 'repairing':
      return l10n.t('repairing');
    default:
      return name ?? status?.codeName ?? status?.code;
  }
}
