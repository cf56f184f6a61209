import { l10n } from 'vscode';
import { shownName } from '../../words/shownName';

/** What is wrong with a profile's name, in a sentence; `taken` are the names of the others. Undefined when it is fine. */
export function nameProblem(text: string, taken: readonly string[]): string | undefined {
  const name = text.trim();
  if (name === '') return l10n.t('Enter a name.');
  return taken.includes(name) ? l10n.t('Profile {0} already exists. Choose another name.', shownName(name)) : undefined;
}
