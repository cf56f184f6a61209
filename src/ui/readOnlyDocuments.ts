import {
  EventEmitter,
  TabInputCustom,
  TabInputText,
  Uri,
  ViewColumn,
  window,
  workspace,
  type Disposable,
  type Tab,
} from 'vscode';

/** Texts to read and copy, never to save: plans, journal entries, details. */
export interface ReadOnlyDocuments extends Disposable {
  /** Opens the text beside the editor; the same name replaces the text shown before. */
  open(name: string, text: string, options?: { readonly preserveFocus?: boolean }): Promise<void>;
  /** Closes the document of this name wherever it stands open. */
  close(name: string): Promise<void>;
}

const scheme = 'ncloud-ip';

const uriOf = (name: string): Uri => Uri.from({ scheme, path: `/${name}` });

/** Serves documents under a scheme of their own until disposed of. */
export function registerReadOnlyDocuments(): ReadOnlyDocuments {
  const texts = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: ({ path }) => texts.get(path) ?? '',
  });
  const closed = workspace.onDidCloseTextDocument(({ uri }) => {
    if (uri.scheme === scheme) texts.delete(uri.path);
  });
  return {
    async open(name, text, options) {
      const uri = uriOf(name);
      texts.set(uri.path, text);
      changed.fire(uri);
      const document = await workspace.openTextDocument(uri);
      await window.showTextDocument(document, {
        viewColumn: ViewColumn.Active,
        preview: true,
        preserveFocus: options?.preserveFocus ?? false,
      });
    },
    async close(name) {
      const { path } = uriOf(name);
      const isIt = ({ input }: Tab): boolean =>
        (input instanceof TabInputText || input instanceof TabInputCustom) &&
        input.uri.scheme === scheme &&
        input.uri.path === path;
      const open = window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(isIt));
      // Whoever works in the tree goes on there.
      await window.tabGroups.close(open, true);
    },
    dispose() {
      provider.dispose();
      closed.dispose();
      changed.dispose();
    },
  };
}
