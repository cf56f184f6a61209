import { l10n } from 'vscode';
import type { UnexpectedDifference } from '../../plan/verifyStep';
import type { Namer } from '../namer';
import { shownNames } from '../shownName';

/** Sentences about what came and went on a touched interface although no step asked for it. */
export function unexpectedSentences(unexpected: readonly UnexpectedDifference[], name: Namer): string[] {
  return unexpected.flatMap(({ networkInterfaceNo, appeared, disappeared }) => {
    const who = name(networkInterfaceNo);
    return [
      ...(disappeared.length > 0 ? [l10n.t('Not planned, but seen: {0} lost {1}.', who, shownNames(disappeared))] : []),
      ...(appeared.length > 0 ? [l10n.t('Not planned, but seen: {0} got {1}.', who, shownNames(appeared))] : []),
    ];
  });
}
