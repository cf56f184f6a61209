import { l10n } from 'vscode';
import type { EndReason, StepOutcome } from '../../change/outcome';

/** Why it is not known what became of a step, and whether that is the last word. `who` is the interface. */
export function unknownText({ reason, isInterim }: Pick<StepOutcome, 'reason' | 'isInterim'>, who: string): string {
  if (reason === 'missing' && !isInterim) {
    return l10n.t('{0} is missing from the list that NAVER Cloud returned, so its addresses are unknown.', who);
  }
  if (isInterim && reason === 'contradicted') {
    return l10n.t(
      'NAVER Cloud reported success for {0}, but its list does not show it yet. You will be told the result.',
      who,
    );
  }
  if (isInterim && reason !== 'stillLooking') {
    return l10n.t(
      'It is not known yet whether {0} was changed. The extension will check again later and tell you.',
      who,
    );
  }
  if (isInterim) {
    return l10n.t(
      'The response for {0} was lost, and NAVER Cloud may still be working on it. You will be told the result.',
      who,
    );
  }
  if (reason === 'contradicted') {
    return l10n.t(
      'NAVER Cloud reported success for {0}, but its list still does not show it. Check it before you repeat anything.',
      who,
    );
  }
  return l10n.t('It is unknown whether {0} was changed. Check it before you repeat anything.', who);
}

/** Why a change ended before all of it was sent. */
export function endReasonText(reason: EndReason): string {
  return {
    keysReplaced: l10n.t('The keys of the profile were replaced, so nothing more was sent.'),
    profileRemoved: l10n.t('The profile was removed, so nothing more was sent.'),
    readOnly: l10n.t('The profile was made read-only, so nothing more was sent.'),
  }[reason];
}
