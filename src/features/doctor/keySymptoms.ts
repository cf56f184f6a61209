import { l10n } from 'vscode';
import type { Facts } from '../../doctor/check';

const name = (value: string | undefined): string => value ?? '?';
const date = (time: number | undefined): string => (time === undefined ? '?' : new Date(time).toISOString());
const viewing = (): string =>
  l10n.t('Grant the sub account NCP_VPC_SERVER_VIEWER and NCP_VPC_VIEWER, or ask the account owner.');

/** Words for what was found in the API: signature, key, permissions, regions. */
export const keySymptoms = {
  nothingSigned: () => ({ message: l10n.t('These keys cannot be used to sign requests.') }),
  signatureAccepted: () => ({ message: l10n.t('Signed requests arrive intact and are accepted.') }),
  signatureArrived: () => ({
    message: l10n.t('Signed requests arrive intact but are rejected. See the Keys check.'),
  }),
  headersMissing: () => ({
    message: l10n.t('The signature does not arrive. Something on the way removes headers.'),
    repair: l10n.t('Ask the administrator of the proxy or firewall to allow headers that begin with x-ncp-.'),
  }),
  onlyGatewayRefuses: () => ({
    message: l10n.t('The keys are valid, but the API gateway rejects requests signed with them.'),
    repair: l10n.t(
      'A proxy may rewrite addresses on the way, the profile may use the API gateway of another site, or the sub account may be limited to other sources (IP, VPC).',
    ),
  }),
  keyMissing: () => ({
    message: l10n.t('The keys of this profile are not on this machine.'),
    repair: l10n.t('Run Enter Keys to enter them again.'),
  }),
  keyMalformed: () => ({
    message: l10n.t('The stored keys are empty or contain invalid characters.'),
    repair: l10n.t('Copy them again from the portal, then run Enter Keys.'),
  }),
  keyExpired: ({ expiresAt }) => ({
    message: l10n.t('These temporary keys have expired ({0}).', date(expiresAt)),
    repair: l10n.t('Create new ones, then run Enter Keys.'),
  }),
  keyRefused: () => ({
    message: l10n.t('NAVER Cloud rejected the keys. It does not say which of the two is wrong.'),
    repair: l10n.t(
      'Run Enter Keys to enter both again. Check in the portal that the access key is active and belongs to the site of this profile, and that the sub account is not limited to other sources (IP, VPC).',
    ),
  }),
  keyValid: ({ userType, loginAlias }) => ({
    message: l10n.t('The keys are valid: {0}.', [userType, loginAlias].filter(Boolean).join(', ') || '?'),
  }),
  keyValidIdentityUnknown: () => ({
    message: l10n.t('The keys are valid, but the service that identifies their owner does not respond.'),
    repair: l10n.t('It is used only when adding a profile. Allow connections to its host as well.'),
  }),
  allowed: ({ action }) => ({ message: l10n.t('{0} is allowed.', name(action)) }),
  denied: ({ action }) => ({
    message: l10n.t('{0} is not allowed with these keys.', name(action)),
    repair: viewing(),
  }),
  callFailed: ({ action, kind, http }) => ({
    message: l10n.t('{0} failed: {1}.', name(action), [kind, http && `HTTP ${http}`].filter(Boolean).join(', ')),
    repair: l10n.t('Try again in a few minutes. If the problem persists, see the log for details.'),
  }),
  writeNotProbed: ({ userType }) => ({
    message:
      userType === 'Customer'
        ? l10n.t(
            'The permission to make changes cannot be checked without making one. Main account keys can make changes.',
          )
        : l10n.t(
            'The permission to make changes cannot be checked without making one. It requires NCP_VPC_SERVER_MANAGER.',
          ),
  }),
  regionAnswers: ({ regionCode }) => ({ message: l10n.t('Region {0} responds.', name(regionCode)) }),
  regionRefuses: ({ regionCode, kind, http }) => ({
    message: l10n.t(
      'Region {0} failed: {1}.',
      name(regionCode),
      [kind, http && `HTTP ${http}`].filter(Boolean).join(', '),
    ),
    repair: l10n.t('Other regions are not affected. Try again in a few minutes.'),
  }),
  regionUnknown: ({ regionCode, regionCodes = [] }) => ({
    message: l10n.t('This account has no region {0}. Available: {1}.', name(regionCode), regionCodes.join(', ')),
    repair: l10n.t('Run Switch Region to choose another one.'),
  }),
  noRegions: () => ({
    message: l10n.t('This account has no regions.'),
    repair: l10n.t('Check that this account is subscribed to Server (VPC).'),
  }),
} as const satisfies Record<string, SymptomRow>;

/** What was found, in a sentence, and how to fix it where something needs fixing. */
export interface SymptomText {
  readonly message: string;
  readonly repair?: string;
}

/** Words for one symptom, made of what was measured. */
export type SymptomRow = (facts: Facts) => SymptomText;
