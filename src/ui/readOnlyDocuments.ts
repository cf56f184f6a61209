import {
  commands,
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
import { documentScheme } from '../words/documentPath';

/** Texts to read and copy, never to save: plans, journal entries, details. Each has the path of {@link documentPath}. */
export interface ReadOnlyDocuments extends Disposable {
  /** Opens the text; the same path replaces the text shown before. Markdown is drawn, but for `asText`: to be copied from. */
  open(
    path: string,
    text: string,
    options?: { readonly preserveFocus?: boolean; readonly asText?: boolean },
  ): Promise<void>;
  /** Compares a text, on the left, with a file that can be edited. */
  compare(path: string, text: string, file: Uri, title: string): Promise<void>;
  /** Another text for a document, where it stands open. */
  replace(path: string, text: string): void;
  /** Closes the document of this path wherever it stands open. */
  close(path: string): Promise<void>;
  /** Writes those that are meant anew wherever they stand open. */
  rewrite(isMeant: (path: string) => boolean): void;
  /** Draws a document in place of its source. */
  preview(path: string): Promise<void>;
  /** The path of the document that somebody works in. */
  active(): string | undefined;
  /** What stands in a document, open or not. */
  read(path: string): Promise<string>;
}

/** The editor of VS Code's Markdown extension that draws a document in its own tab. */
const previewEditor = 'vscode.markdown.preview.editor';

const uriOf = (path: string): Uri => Uri.from({ scheme: documentScheme, path });

/** Serves documents under a scheme of their own until disposed of. `write` makes those that nobody opened, but a link leads to. */
export function registerReadOnlyDocuments(write: (path: string) => Promise<string>): ReadOnlyDocuments {
  const texts = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(documentScheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: async ({ path }) =>
      `${texts.get(path) ?? (await write(path))}${renewed.has(path) ? '\n' : ''}`,
  });
  /*
   * The preview keeps what it made of the last document by its address and version (markdownEngine.ts, TokenCache), and the
   * version of a document that was closed starts at 1 again: it would draw the old text. So one that was closed at 1 is
   * brought to 2 by a line break when it opens again.
   */
  const closedAtFirst = new Set<string>();
  const renewed = new Set<string>();
  const closed = workspace.onDidCloseTextDocument(({ uri, version }) => {
    if (uri.scheme !== documentScheme) return;
    texts.delete(uri.path);
    renewed.delete(uri.path);
    if (version === 1) closedAtFirst.add(uri.path);
  });
  const opened = workspace.onDidOpenTextDocument(({ uri }) => {
    if (uri.scheme !== documentScheme || !closedAtFirst.delete(uri.path)) return;
    renewed.add(uri.path);
    changed.fire(uri);
  });
  return {
    async open(path, text, { preserveFocus = false, asText = false } = {}) {
      const uri = uriOf(path);
      texts.set(path, text);
      changed.fire(uri);
      const document = await workspace.openTextDocument(uri);
      const how = { viewColumn: ViewColumn.Active, preview: true, preserveFocus };
      if (document.languageId === 'markdown' && !asText && (await draw(uri, how))) return;
      await window.showTextDocument(document, how);
    },
    async compare(path, text, file, title) {
      texts.set(path, text);
      changed.fire(uriOf(path));
      await commands.executeCommand('vscode.diff', uriOf(path), file, title);
    },
    replace(path, text) {
      if (!texts.has(path)) return;
      texts.set(path, text);
      changed.fire(uriOf(path));
    },
    async close(path) {
      const open = window.tabGroups.all.flatMap(({ tabs }) => tabs.filter((tab) => pathOf(tab) === path));
      // Whoever works in the tree goes on there.
      await window.tabGroups.close(open, true);
    },
    rewrite(isMeant) {
      for (const { uri } of workspace.textDocuments) {
        if (uri.scheme !== documentScheme || !isMeant(uri.path)) continue;
        texts.delete(uri.path);
        changed.fire(uri);
      }
    },
    async preview(path) {
      const group = window.tabGroups.activeTabGroup;
      const sources = group.tabs.filter((tab) => pathOf(tab) === path && tab.input instanceof TabInputText);
      const isDrawn = await draw(uriOf(path), { viewColumn: group.viewColumn, preview: false });
      if (isDrawn) await window.tabGroups.close(sources, true);
    },
    active: () => pathOf(window.tabGroups.activeTabGroup.activeTab),
    read: async (path) => texts.get(path) ?? (await workspace.openTextDocument(uriOf(path))).getText(),
    dispose() {
      provider.dispose();
      closed.dispose();
      opened.dispose();
      changed.dispose();
    },
  };
}

/** False when the preview cannot be had: VS Code's Markdown extension may be switched off. */
async function draw(uri: Uri, how: object): Promise<boolean> {
  try {
    await commands.executeCommand('vscode.openWith', uri, previewEditor, how);
    return true;
  } catch {
    return false;
  }
}

/** The path of the document that a tab shows; undefined when it is none of ours. */
function pathOf(tab: Tab | undefined): string | undefined {
  const input = tab?.input;
  const isOurs =
    (input instanceof TabInputText || input instanceof TabInputCustom) && input.uri.scheme === documentScheme;
  return isOurs ? input.uri.path : undefined;
}
