import { l10n } from 'vscode';

/** When something was read: `as of 14:02`. Epoch ms. */
export function ageText(readAt: number): string {
  return l10n.t('as of {0}', new Date(readAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }));
}
