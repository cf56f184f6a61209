import { l10n } from 'vscode';
import { isApiError, type ApiError, type ApiErrorDetails, type ApiErrorKind } from '../api/apiError';
import { troubleOf } from '../change/journalTrouble';
import { isMissingKeys } from '../session/keys/missingKeys';
import { journalTroubleText } from './journalTroubleText';
import { keyFlawTexts, obstacleTexts } from './refusalTexts';
import type { PlanRefused } from './planRefused';
import { printable } from '../text/printable';
import { shownName } from './shownName';

/** What a user reads of an error: what happened, what to do, and which of our commands does it. */
export interface ErrorText {
  /** Where there is room for a few words only. */
  readonly summary: string;
  /** The summary with the words that came with the error. */
  readonly message: string;
  readonly repair: string;
  readonly remedy: 'retry' | 'keys' | 'log';
}

/** The message is the summary as well where no shorter one is given. */
type OwnWords = Omit<ErrorText, 'summary'> & { readonly summary?: string };
type Row = (error: ApiError) => OwnWords;
const minutes = (ms: number): number => Math.round(Math.abs(ms) / 60_000);

/** The one place where errors become sentences. The service's own words follow where it has any. */
const rows = {
  credentials: ({ details: { keyFlaw } }) => ({
    message: l10n.t('NAVER Cloud rejected these keys.'),
    repair: l10n.t('Check the access key, the secret key and the site. Keys from one site do not work on another.'),
    ...(keyFlaw && keyFlawTexts[keyFlaw]()),
    remedy: 'keys',
  }),
  headersMissing: () => ({
    message: l10n.t('The keys did not reach NAVER Cloud.'),
    repair: l10n.t(
      'A proxy between this machine and the API gateway removes headers. Ask its administrator to allow x-ncp-* headers.',
    ),
    remedy: 'log',
  }),
  clockSkew: ({ details: { skewMs = 0 } }) => ({
    message:
      skewMs < 0
        ? l10n.t('Your clock is {0} min behind.', minutes(skewMs))
        : l10n.t('Your clock is {0} min ahead.', minutes(skewMs)),
    repair: l10n.t(
      'NAVER Cloud rejects requests that are more than 5 minutes off. Set the clock of this machine and try again.',
    ),
    remedy: 'retry',
  }),
  permission: ({ details: { action } }) => ({
    message: l10n.t('These keys are not allowed to call {0}.', action),
    repair: l10n.t(
      'Viewing requires the viewer policies of Server (VPC) and VPC; making changes requires NCP_VPC_SERVER_MANAGER. Ask the account owner.',
    ),
    remedy: 'keys',
  }),
  notFound: ({ details: { action } }) => ({
    message: l10n.t('The API gateway does not support {0}.', action),
    repair: l10n.t('Check the gateway address of the profile. It may not be a NAVER Cloud API gateway.'),
    remedy: 'log',
  }),
  rateLimited: () => ({
    message: l10n.t('NAVER Cloud is limiting requests.'),
    repair: l10n.t('Wait a moment and try again, or lower the setting ncloudIp.requestsPerSecond.'),
    remedy: 'retry',
  }),
  quota: () => ({
    message: l10n.t('The request quota of this account is used up.'),
    repair: l10n.t('Try again later.'),
    remedy: 'retry',
  }),
  refused: ({ details: { action } }) => ({
    message: l10n.t('NAVER Cloud rejected {0}.', action),
    repair: l10n.t('Nothing was changed.'),
    remedy: 'log',
  }),
  unavailable: () => ({
    message: l10n.t('NAVER Cloud is temporarily unavailable.'),
    repair: l10n.t('The problem is on the service side. Try again in a few minutes.'),
    remedy: 'retry',
  }),
  timeout: () => ({
    message: l10n.t('NAVER Cloud did not respond in time.'),
    repair: l10n.t(
      'Check the connection and try again. To wait longer, increase the setting ncloudIp.requestTimeoutSeconds.',
    ),
    remedy: 'retry',
  }),
  network: ({ details: { obstacle } }) => ({
    message: l10n.t('Could not reach NAVER Cloud.'),
    repair: l10n.t('Check the connection, the proxy settings and the gateway address of the profile.'),
    ...(obstacle && obstacleTexts[obstacle]()),
    remedy: 'retry',
  }),
  unreadable: () => ({
    message: l10n.t('Could not read the response.'),
    repair: l10n.t(
      'Something between this machine and NAVER Cloud may have responded instead. The start of the response is in the log.',
    ),
    remedy: 'retry',
  }),
  invalidRequest: () => ({
    message: l10n.t('This request violates an API rule.'),
    repair: l10n.t('It was not sent.'),
    remedy: 'log',
  }),
  cancelled: () => ({
    message: l10n.t('Canceled.'),
    repair: l10n.t('Try again when you are ready.'),
    remedy: 'retry',
  }),
} satisfies Record<ApiErrorKind, Row>;

/** Words for any error that reaches a user, in their language. */
export function errorText(error: unknown): ErrorText {
  const own = ownWords(error);
  const words = isApiError(error) ? wordsOf(error.details) : '';
  return { ...own, summary: own.summary ?? own.message, message: `${own.message}${words}` };
}

function ownWords(error: unknown): OwnWords {
  if (isApiError(error)) return (rows[error.details.kind] as Row)(error);
  if (isMissingKeys(error)) {
    const { reason, profile } = error;
    const words = {
      ended: () => ({
        summary: l10n.t('Temporary keys expired.'),
        message: l10n.t('The temporary keys of profile {0} expired.', shownName(profile.name)),
      }),
      absent: () => ({
        summary: l10n.t('Keys are missing.'),
        message: l10n.t('The keys of profile {0} are not on this machine.', shownName(profile.name)),
      }),
      unreadable: () => ({
        summary: l10n.t('Could not read the keys on this machine.'),
        message: l10n.t('Could not read the keys of profile {0} on this machine.', shownName(profile.name)),
      }),
    };
    return {
      ...words[reason](),
      repair: l10n.t('Enter them again. They are stored only in the secret storage of VS Code.'),
      remedy: 'keys',
    };
  }
  // By mark: an error of another bundle has another class.
  if (error instanceof Error && 'isReadOnlyProfile' in error) {
    return {
      message: l10n.t('This profile is read-only. Change its protection first.'),
      repair: l10n.t('Nothing was changed.'),
      remedy: 'log',
    };
  }
  const trouble = troubleOf(error);
  if (trouble) {
    return {
      message: journalTroubleText(trouble),
      repair: l10n.t('Fix the cause, then try again. Details are in the log.'),
      remedy: 'retry',
    };
  }
  // By its name: its words are written where commands are, and the tree never has one.
  if (error instanceof Error && error.name === ('PlanRefused' satisfies PlanRefused['name']))
    return { message: error.message, repair: l10n.t('Nothing was changed.'), remedy: 'log' };
  return {
    message: l10n.t(
      'An unexpected error occurred: {0}',
      printable(error instanceof Error ? error.message : String(error)),
    ),
    repair: l10n.t('Details are in the log. Please report this.'),
    remedy: 'log',
  };
}

/** The words that came with an error: the service's own, or the rule that our own check names. */
function wordsOf({ apiMessage, code, layer, obstacle, keyFlaw }: ApiErrorDetails): string {
  if (!apiMessage || obstacle === 'proxyAway' || keyFlaw) return '';
  const words = printable(apiMessage);
  if (layer === 'client') return ` ${words}`;
  // The machine's own code of what went wrong on the way, such as ECONNREFUSED.
  if (layer === 'transport') return ` (${words})`;
  return ` ${l10n.t('NAVER Cloud says: “{0}”', words)}${code ? ` (${shownName(code)})` : ''}`;
}
