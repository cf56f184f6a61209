import { l10n } from 'vscode';
import type { KeyEnd } from '../session/keys/keyEnds';
import { timeText } from './timeText';

/** When temporary keys end, or that they have, as the parts of a description: none for lasting ones. */
export function keysEndText(end: KeyEnd | undefined): readonly string[] {
  if (!end) return [];
  return [end.isOver ? l10n.t('keys expired') : l10n.t('keys expire {0}', timeText(end.at))];
}
