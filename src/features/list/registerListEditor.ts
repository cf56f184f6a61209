import { workspace, type Disposable, type TextDocument } from 'vscode';
import { listLanguage } from '../../contributions';
import { DisposableStore } from '../../session/disposableStore';
import type { CommandContext } from '../commandContext';

/** Brings marks, lenses, fixes and completions to lists of addresses; loaded when the first one is open. */
export function registerListEditor(context: Pick<CommandContext, 'profiles' | 'networks' | 'log'>): Disposable {
  const store = new DisposableStore();
  let isWanted = false;
  const open = ({ languageId }: Pick<TextDocument, 'languageId'>): void => {
    if (languageId !== listLanguage || isWanted) return;
    isWanted = true;
    Promise.all([import('../listEditor/createListEditor'), import('../../list/checkAssignments')]).then(
      ([{ createListEditor }, { checkAssignments }]) => store.add(createListEditor(context, checkAssignments)),
      (error: unknown) => context.log.error(`the editor of lists could not be loaded: ${String(error)}`),
    );
  };
  store.add(workspace.onDidOpenTextDocument(open));
  for (const document of workspace.textDocuments) open(document);
  return store;
}
