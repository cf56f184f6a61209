import { readFileSync } from 'node:fs';
import { useTexts } from './vscodeTexts';

/** The languages there are. */
export const languages = ['en', 'ko', 'ja'] as const;
/** One of them. */
export type Language = (typeof languages)[number];

/** The language that is asked for, else the one of the environment; undefined when there is none of that name. */
export function chooseLanguage(
  wanted: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language | undefined {
  if (wanted !== undefined) return languages.find((one) => one === wanted);
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '') ?? '';
  return languages.find((one) => one === locale.slice(0, 2).toLowerCase()) ?? 'en';
}

/** Reads the texts of a language, which are beside the program. Before the first text is made. */
export function loadLanguage(language: Language): void {
  const read = (): string => readFileSync(new URL(`./l10n/${language}.json`, import.meta.url), 'utf8');
  useTexts(language, language === 'en' ? undefined : read());
}
