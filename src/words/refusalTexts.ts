import { l10n } from 'vscode';
import type { KeyFlaw, Obstacle } from '../api/apiError';

/** What is wrong with keys that never left this machine: NAVER Cloud has no part in it. */
export const keyFlawTexts = {
  ended: () => ({
    message: l10n.t('Temporary keys expired.'),
    repair: l10n.t('Create new ones, then run Enter Keys.'),
  }),
  unreadable: () => ({
    message: l10n.t('Could not read the keys on this machine.'),
    repair: l10n.t('Run Enter Keys to enter them again.'),
  }),
  malformed: () => ({
    message: l10n.t('The keys are empty or contain invalid characters.'),
    repair: l10n.t('Copy them again from the portal, then run Enter Keys.'),
  }),
} satisfies Record<KeyFlaw, () => { message: string; repair: string }>;

/** What stood in the way, in words. */
export const obstacleTexts = {
  proxyAway: () => ({
    message: l10n.t('Could not reach the proxy.'),
    repair: l10n.t('Check http.proxy, and check that the proxy can be reached from this network (VPN).'),
  }),
  proxyLogin: () => ({
    message: l10n.t('The proxy requires a user name and password.'),
    repair: l10n.t('Set http.proxy to http://name:password@host:port, or let VS Code ask for them.'),
  }),
  proxyRefusal: () => ({
    message: l10n.t('The proxy refused to connect to NAVER Cloud.'),
    repair: l10n.t('Ask its administrator to allow CONNECT to this host on port 443.'),
  }),
  certificate: () => ({
    message: l10n.t('The certificate of NAVER Cloud is not trusted.'),
    repair: l10n.t(
      'Run Check the Connection… to see who issued the certificate and how to fix it. Behind a company proxy, its root certificate is usually missing on this machine.',
    ),
  }),
} satisfies Record<Obstacle, () => { message: string; repair: string }>;
