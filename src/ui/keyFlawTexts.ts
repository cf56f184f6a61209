import { l10n } from 'vscode';
import type { KeyFlaw } from '../api/apiError';

/** What is wrong with keys that never left this machine: NAVER Cloud has no part in it. */
export const keyFlawTexts = {
  ended: () => ({
    message: l10n.t('Temporary keys expired.'),
    repair: l10n.t('Make new ones and enter them with the command Enter Keys.'),
  }),
  unreadable: () => ({
    message: l10n.t('The keys cannot be read on this machine.'),
    repair: l10n.t('Enter them again with the command Enter Keys.'),
  }),
  malformed: () => ({
    message: l10n.t('The keys are empty or hold characters that no key has.'),
    repair: l10n.t('Copy them again from the portal and enter them with the command Enter Keys.'),
  }),
} satisfies Record<KeyFlaw, () => { message: string; repair: string }>;
