import { window } from 'vscode';
import { askInput } from './askInput';
import { askPick } from './askPick';
import { askPickMany } from './askPickMany';
import { askSearch } from './askSearch';
import { literalPrompter } from './literalPrompter';
import type { Confirmation, Prompter } from './prompter';

/** Questions as VS Code's own quick inputs: they stay open when the focus leaves, so nothing typed is lost. */
export const quickPrompter: Prompter = literalPrompter({
  pick: askPick,
  pickMany: askPickMany,
  input: askInput,
  search: askSearch,
  confirm,
});

async function confirm({ message, detail, yes }: Confirmation): Promise<boolean> {
  return (await window.showWarningMessage(message, { modal: true, detail }, yes)) === yes;
}
