import { l10n } from 'vscode';

/** `1 subnet`, `2 subnets`. */
export function subnetCount(count: number): string {
  return count === 1 ? l10n.t('1 subnet') : l10n.t('{0} subnets', count);
}

/** `1 interface`, `2 interfaces`. */
export function interfaceCount(count: number): string {
  return count === 1 ? l10n.t('1 interface') : l10n.t('{0} interfaces', count);
}

/** `1 change`, `2 changes`. */
export function changeCount(count: number): string {
  return count === 1 ? l10n.t('1 change') : l10n.t('{0} changes', count);
}

/** `1 line`, `2 lines`. */
export function lineCount(count: number): string {
  return count === 1 ? l10n.t('1 line') : l10n.t('{0} lines', count);
}

/** `1 secondary IP`, `2 secondary IPs`. */
export function secondaryIpCount(count: number): string {
  return count === 1 ? l10n.t('1 secondary IP') : l10n.t('{0} secondary IPs', count);
}

/** `1 call`, `2 calls`. */
export function callCount(count: number): string {
  return count === 1 ? l10n.t('1 API call') : l10n.t('{0} API calls', count);
}
