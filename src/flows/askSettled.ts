import { l10n, ThemeIcon } from 'vscode';
import { mapAnswer, type Answer, type Position, type Prompter } from '../ui/prompter';

/** Says that something is being changed right now, and offers to wait for it. The answer is the yes; closing is no. */
export async function askSettled(prompter: Prompter, message: string, position: Position): Promise<Answer<true>> {
  const answer = await prompter.pick<true | undefined>({
    ...position,
    placeholder: message,
    choices: [
      {
        value: true,
        iconPath: new ThemeIcon('watch'),
        label: l10n.t('Wait Until It Settles'),
        detail: l10n.t('Goes on by itself then'),
      },
      { value: undefined, iconPath: new ThemeIcon('circle-slash'), label: l10n.t('Close') },
    ],
  });
  if (answer?.kind === 'next' && answer.value === undefined) return undefined;
  return mapAnswer(answer, () => true as const);
}
