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

/** `14:02:07`, to compare with logs. Epoch ms. */
export function clockText(ms: number): string {
  return format({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }, ms);
}

/** {@link momentText} with the distance from UTC, `GMT+09:00`: for what is read elsewhere. Epoch ms. */
export function zonedText(ms: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZoneName: 'longOffset' }).formatToParts(ms);
  return `${momentText(ms)} ${parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''}`;
}

/** When something was read: `as of 14:02`. Epoch ms. */
export function ageText(readAt: number): string {
  return l10n.t('as of {0}', timeText(readAt));
}
