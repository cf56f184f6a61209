import { config, t } from '@vscode/l10n';

// Takes the place of `vscode` in the bundle of the command line tool (esbuild.js): the texts of words/ ask it for nothing else.

/** The texts as VS Code has them: by the English text, with {0} filled in. */
export const l10n = { t };

/** The language that dates are written in. */
export const env = { language: 'en' };

/** From now on texts are in this language; `contents` has them by their English text. */
export function useTexts(language: string, contents: string | undefined): void {
  env.language = language;
  if (contents !== undefined) config({ contents });
}
