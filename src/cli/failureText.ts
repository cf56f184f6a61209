import { l10n } from 'vscode';
import { isApiError, type ApiErrorKind } from '../api/apiError';
import { errorText } from '../words/errorText';
import { CommandError } from './commandError';

/** What mends an error here, where the words of the editor would lead to its settings. */
const repairs: Partial<Record<ApiErrorKind, () => string>> = {
  credentials: () =>
    l10n.t('Check {0} and {1}. Keys from one site do not work on another.', 'NCLOUD_ACCESS_KEY', 'NCLOUD_SECRET_KEY'),
  notFound: () => l10n.t('Check {0}. It may not be a NAVER Cloud API gateway.', 'NCLOUD_API_GW'),
  rateLimited: () => l10n.t('Wait a moment and try again.'),
  timeout: () => l10n.t('Check the connection and try again. To wait longer, use {0}.', '--timeout SECONDS'),
  network: () => l10n.t('Check the connection, {0} and {1}.', 'NCLOUD_API_GW', 'HTTPS_PROXY'),
  unreadable: () =>
    l10n.t(
      'Something between this machine and NAVER Cloud may have responded instead. {0} shows its start.',
      '--verbose',
    ),
};

/** An error as lines for the user: each what happened and what mends it, never a stack. */
export function failureLines(error: unknown): readonly string[] {
  if (error instanceof CommandError) return error.lines;
  const { message, repair } = errorText(error);
  const own = isApiError(error) ? repairs[error.kind] : undefined;
  return [`${message} ${own ? own() : repair}`];
}
