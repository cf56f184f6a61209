import { l10n } from 'vscode';
import { timeText } from './timeText';

/** When something was read: `as of 14:02`. Epoch ms. */
export function ageText(readAt: number): string {
  return l10n.t('as of {0}', timeText(readAt));
}
