import { env, l10n } from 'vscode';

const format = (options: Intl.DateTimeFormatOptions, ms: number): string =>
  new Intl.DateTimeFormat(env.language, options).format(ms);

/** `14:02`, whatever the language: operators compare it with logs. Epoch ms. */
export function timeText(ms: number): string {
  return format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, ms);
}

/** A day in the user's language. Epoch ms. */
export function dayText(ms: number): string {
  return format({ dateStyle: 'full' }, ms);
}

/** Day and time to the second. Epoch ms. */
export function momentText(ms: number): string {
  return format({ dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }, ms);
}

/** When something was read: `as of 14:02`. Epoch ms. */
export function ageText(readAt: number): string {
  return l10n.t('as of {0}', timeText(readAt));
}
