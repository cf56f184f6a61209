import { l10n } from 'vscode';
import type { Facts } from '../../doctor/check';

const name = (value: string | undefined): string => value ?? '?';
const date = (time: number | undefined): string => (time === undefined ? '?' : new Date(time).toISOString());
const viewing = (): string =>
  l10n.t('Give the sub account NCP_VPC_SERVER_VIEWER and NCP_VPC_VIEWER, or ask the owner of the account.');

/** Words for what was found in the API: signature, key, permissions, regions. */
export const keySymptoms = {
  nothingSigned: () => ({ message: l10n.t('Nothing can be signed with these keys.') }),
  signatureAccepted: () => ({ message: l10n.t('Signed requests arrive whole and are accepted.') }),
  signatureArrived: () => ({
    message: l10n.t('Signed requests arrive whole, but are refused: see the key.'),
  }),
  headersMissing: () => ({
    message: l10n.t('The signature does not arrive: something removes headers on the way.'),
    repair: l10n.t('Ask the owner of the proxy or firewall to let headers that begin with x-ncp- pass.'),
  }),
  onlyGatewayRefuses: () => ({
    message: l10n.t('The keys are valid, but the gateway refuses what is signed with them.'),
    repair: l10n.t(
      'A proxy may rewrite addresses on the way, the profile may name the gateway of another site, or the sub account may be limited to other sources (IP, VPC).',
    ),
  }),
  keyMissing: () => ({
    message: l10n.t('The keys of this profile are not on this machine.'),
    repair: l10n.t('Enter them again with the command Enter Keys.'),
  }),
  keyMalformed: () => ({
    message: l10n.t('The stored keys are empty or hold characters that no key has.'),
    repair: l10n.t('Copy them again from the portal and enter them with the command Enter Keys.'),
  }),
  keyExpired: ({ expiresAt }) => ({
    message: l10n.t('These temporary keys have expired ({0}).', date(expiresAt)),
    repair: l10n.t('Make new ones and enter them with the command Enter Keys.'),
  }),
  keyRefused: () => ({
    message: l10n.t('NAVER Cloud does not accept the keys. It does not say which of the two is wrong.'),
    repair: l10n.t(
      'Enter both again with the command Enter Keys. Check that the access key is in use in the portal, that it is of the site of this profile, and that the sub account is not limited to other sources (IP, VPC).',
    ),
  }),
  keyValid: ({ userType, loginAlias }) => ({
    message: l10n.t('The keys are valid: {0}.', [userType, loginAlias].filter(Boolean).join(', ') || '?'),
  }),
  keyValidIdentityUnknown: () => ({
    message: l10n.t('The keys are valid, but the service that says whose they are does not answer.'),
    repair: l10n.t('Only adding a profile asks it. Allow connections to its host as well.'),
  }),
  allowed: ({ action }) => ({ message: l10n.t('{0} is allowed.', name(action)) }),
  denied: ({ action }) => ({
    message: l10n.t('{0} is not allowed with these keys.', name(action)),
    repair: viewing(),
  }),
  callFailed: ({ action, kind, http }) => ({
    message: l10n.t('{0} failed: {1}.', name(action), [kind, http && `HTTP ${http}`].filter(Boolean).join(', ')),
    repair: l10n.t('Try again in a while; if it stays, the log has the details.'),
  }),
  writeNotProbed: ({ userType }) => ({
    message:
      userType === 'Customer'
        ? l10n.t('Changing cannot be tried without changing something. Main account keys can make changes.')
        : l10n.t('Changing cannot be tried without changing something. It needs NCP_VPC_SERVER_MANAGER.'),
  }),
  regionAnswers: ({ regionCode }) => ({ message: l10n.t('{0} answers.', name(regionCode)) }),
  regionRefuses: ({ regionCode, kind, http }) => ({
    message: l10n.t('{0} fails: {1}.', name(regionCode), [kind, http && `HTTP ${http}`].filter(Boolean).join(', ')),
    repair: l10n.t('The other regions are not concerned. Try again in a while.'),
  }),
  regionUnknown: ({ regionCode, regionCodes = [] }) => ({
    message: l10n.t('The account has no region {0}, only {1}.', name(regionCode), regionCodes.join(', ')),
    repair: l10n.t('Choose another one with the command Switch Region.'),
  }),
  noRegions: () => ({
    message: l10n.t('The account has no region at all.'),
    repair: l10n.t('Check that Server (VPC) is in use in this account.'),
  }),
} as const satisfies Record<string, SymptomRow>;

/** What was found, in a sentence, and what mends it where something is to be mended. */
export interface SymptomText {
  readonly message: string;
  readonly repair?: string;
}

/** Words for one symptom, made of what was measured. */
export type SymptomRow = (facts: Facts) => SymptomText;
