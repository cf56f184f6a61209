import { l10n } from 'vscode';
import { timeText } from './timeText';

/** When temporary keys end, or that they have. Epoch ms. */
export function keysEndText(endAt: number, now: number): string {
  return endAt > now ? l10n.t('keys end {0}', timeText(endAt)) : l10n.t('keys have ended');
}
