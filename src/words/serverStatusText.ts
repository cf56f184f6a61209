import { l10n } from 'vscode';
import type { Server } from '../model/server';

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
