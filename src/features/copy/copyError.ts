import { env, l10n } from 'vscode';
import { isApiError } from '../../api/apiError';
import { printable } from '../../text/printable';
import { errorText } from '../../words/errorText';
import { mention } from '../../ui/notify';
import { whereText } from '../../words/whereText';
import type { Arguments } from '../readArguments';

/** Copy Error: the words of an error's row, with what support asks for first: where, which call, its code and request id. */
export async function copyError(_context: unknown, { subjects: [subject] }: Arguments): Promise<unknown> {
  if (subject?.kind !== 'problem') return undefined;
  const { scope, error } = subject;
  const { message, repair } = errorText(error);
  const { action, code, requestId } = isApiError(error) ? error.details : {};
  const facts = [whereText(scope), action, code, requestId].filter((fact) => fact !== undefined);
  const text = [message, repair, facts.join(' · ')].map((line) => printable(line, 2_000)).join('\n');
  await env.clipboard.writeText(text);
  mention(l10n.t('Copied'), 3_000);
  return text;
}
