import { l10n } from 'vscode';
import type { KeyFlaw, Obstacle } from '../api/apiError';

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

/** What stood in the way, in words. */
export const obstacleTexts = {
  proxyAway: () => ({
    message: l10n.t('The proxy cannot be reached.'),
    repair: l10n.t('Check http.proxy, and whether the proxy can be reached from this network (VPN).'),
  }),
  proxyLogin: () => ({
    message: l10n.t('The proxy asks for a name and a password.'),
    repair: l10n.t('Put them into http.proxy as http://name:password@host:port, or let VS Code ask for them.'),
  }),
  proxyRefusal: () => ({
    message: l10n.t('The proxy does not connect to NAVER Cloud.'),
    repair: l10n.t('Ask its owner to allow CONNECT to this host on port 443.'),
  }),
  certificate: () => ({
    message: l10n.t('The certificate of NAVER Cloud is not accepted.'),
    repair: l10n.t(
      'Check the Connection… says whose certificate it is and what mends it. Behind a company proxy, its root certificate is usually missing on this machine.',
    ),
  }),
} satisfies Record<Obstacle, () => { message: string; repair: string }>;
