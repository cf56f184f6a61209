import { l10n } from 'vscode';
import type { Subnet } from '../model/subnet';

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
