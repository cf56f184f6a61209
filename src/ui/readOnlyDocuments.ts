import { commands, TabInputText, ViewColumn, window, workspace, type Disposable, type Uri } from 'vscode';
import { documentUri, isOurs, registerDocumentTexts } from './documentTexts';
import { drawPage, keepPagesFresh, pathOf } from './drawnPages';

/** Texts to read and copy, never to save: plans, journal entries, details. Each has the path of {@link documentPath}. */
export interface ReadOnlyDocuments extends Disposable {
  /**
   * Opens the text; the same path replaces the text shown before. Markdown is drawn, but for `asText`: to be copied from. Its tab
   * gives way to the next document, unless it `stays`: what took several questions is not lost to a look at something else.
   */
  open(
    path: string,
    text: string,
    options?: { readonly preserveFocus?: boolean; readonly asText?: boolean; readonly stays?: boolean },
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

/** Serves documents under a scheme of their own until disposed of. `write` makes those that nobody opened, but a link leads to. */
export function registerReadOnlyDocuments(write: (path: string) => Promise<string>): ReadOnlyDocuments {
  const texts = registerDocumentTexts(write);
  const pages = keepPagesFresh();
  return {
    async open(path, text, { preserveFocus = false, asText = false, stays = false } = {}) {
      texts.give(path, text);
      const document = await texts.open(path);
      const how = { viewColumn: ViewColumn.Active, preview: !stays, preserveFocus };
      if (document.languageId === 'markdown' && !asText && (await drawPage(path, how))) return;
      await window.showTextDocument(document, how);
    },
    async compare(path, text, file, title) {
      texts.give(path, text);
      await commands.executeCommand('vscode.diff', documentUri(path), file, title);
    },
    replace(path, text) {
      if (texts.given(path) !== undefined) texts.give(path, text);
    },
    async close(path) {
      const open = window.tabGroups.all.flatMap(({ tabs }) => tabs.filter((tab) => pathOf(tab) === path));
      // Whoever works in the tree goes on there.
      await window.tabGroups.close(open, true);
    },
    rewrite(isMeant) {
      for (const document of workspace.textDocuments) {
        const { path } = document.uri;
        if (isOurs(document) && isMeant(path)) texts.forget(path);
      }
    },
    async preview(path) {
      await texts.open(path);
      const group = window.tabGroups.activeTabGroup;
      const sources = group.tabs.filter((tab) => pathOf(tab) === path && tab.input instanceof TabInputText);
      const isDrawn = await drawPage(path, { viewColumn: group.viewColumn, preview: false });
      if (isDrawn) await window.tabGroups.close(sources, true);
    },
    active: () => pathOf(window.tabGroups.activeTabGroup.activeTab),
    read: async (path) => texts.given(path) ?? (await workspace.openTextDocument(documentUri(path))).getText(),
    dispose() {
      pages.dispose();
      texts.dispose();
    },
  };
}
