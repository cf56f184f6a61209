import { workspace, type Disposable, type TextDocument } from 'vscode';
import { declaredLanguage, listLanguage } from '../../contributions';
import { DisposableStore } from '../../session/disposableStore';
import type { CommandContext } from '../commandContext';
import { stackOf } from '../../api/logger';

type Context = Pick<
  CommandContext,
  'profiles' | 'networks' | 'reservations' | 'readers' | 'history' | 'groupNames' | 'clock' | 'log'
>;

/** Opens the door to the editor of each language. */
const editors = new Map<string, (context: Context) => Promise<Disposable>>([
  [
    listLanguage,
    async (context) => {
      const [{ createListEditor }, { checkAssignments }] = await Promise.all([
        import('../listEditor/createListEditor'),
        import('../../list/checkAssignments'),
      ]);
      return createListEditor(context, checkAssignments);
    },
  ],
  [
    declaredLanguage,
    async (context) => {
      const [{ createDeclaredEditor }, { declared }] = await Promise.all([
        import('../declaredEditor/createDeclaredEditor'),
        import('../../declared/openDeclared'),
      ]);
      return createDeclaredEditor(context, declared);
    },
  ],
]);

/** Brings marks, lenses, fixes and completions to the texts of our languages; loaded when the first one of each is open. */
export function registerTextEditors(context: Context): Disposable {
  const store = new DisposableStore();
  const wanted = new Set<string>();
  const open = ({ languageId }: Pick<TextDocument, 'languageId'>): void => {
    const load = editors.get(languageId);
    if (!load || wanted.has(languageId)) return;
    wanted.add(languageId);
    load(context).then(
      (editor) => store.add(editor),
      (error: unknown) => context.log.error(`the editor of ${languageId} could not be loaded: ${stackOf(error)}`),
    );
  };
  store.add(workspace.onDidOpenTextDocument(open));
  for (const document of workspace.textDocuments) open(document);
  return store;
}
