import { l10n } from 'vscode';
import type { Subnet } from '../model/subnet';
import { shownName } from './shownName';

/** What a subnet is for, in words; undefined for an ordinary one. */
export function usageText({ usageType }: Pick<Subnet, 'usageType'>): string | undefined {
  switch (usageType?.code) {
    case undefined:
    case 'GEN':
      return undefined;
    case 'LOADB':
      return l10n.t('load balancer');
    case 'NATGW':
      return l10n.t('NAT gateway');
    case 'BM':
      return l10n.t('bare metal');
    default:
      return usageType?.codeName ?? usageType?.code;
  }
}

/** `public` or `private`. */
export function reachText({ subnetType }: Pick<Subnet, 'subnetType'>): string | undefined {
  if (subnetType?.code === 'PUBLIC') return l10n.t('public');
  if (subnetType?.code === 'PRIVATE') return l10n.t('private');
  return subnetType?.codeName ?? subnetType?.code;
}

/** What is said of an address that nobody is seen to hold: an open file may keep it for somebody. */
export function unseenText(reason: string | undefined): string {
  return reason === undefined ? l10n.t('not seen in use') : l10n.t('reserved for {0}', shownName(reason));
}
