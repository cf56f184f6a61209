import { commands, TabInputCustom, TabInputText, window, workspace, type Disposable, type Tab } from 'vscode';
import { documentScheme } from '../words/documentPath';
import { documentUri, isOurs, onDidCloseOurs } from './documentTexts';

/** The editor of VS Code's Markdown extension that draws a document in its own tab. */
const previewEditor = 'vscode.markdown.preview.editor';
/** How long a page may take to load, on a slow machine as well, in milliseconds. */
const loads = 10_000;
/** The preview waits 300 ms after a change, and does not draw anew in the meantime. */
const calms = 500;

/** Draws a document in a tab. False when the preview cannot be had: VS Code's Markdown extension may be switched off. */
export async function drawPage(path: string, how: object): Promise<boolean> {
  try {
    await commands.executeCommand('vscode.openWith', documentUri(path), previewEditor, how);
    return true;
  } catch {
    return false;
  }
}

/** The path of the document that a tab shows; undefined when it is none of ours. */
export function pathOf(tab: Tab | undefined): string | undefined {
  const input = tab?.input;
  const isOne = input instanceof TabInputText || input instanceof TabInputCustom;
  return isOne && input.uri.scheme === documentScheme ? input.uri.path : undefined;
}

/**
 * Keeps VS Code's preview from showing a text that our document had before, until disposed of. It does so in three cases:
 * - A page that is still being loaded does not hear of a new text: after 200 ms it is told, whether its script listens or not
 *   (webview/browser/pre/index.html, hookupOnLoadHandlers).
 * - A page that was behind another tab is loaded as it was at first, without what it was told since (preview.ts,
 *   updateWebviewContent).
 * - What was made of the last document is kept by address and version (markdownEngine.ts, TokenCache), and the version of one
 *   that was closed starts at 1 again.
 * Each time the previews are drawn anew: all of them, as VS Code has no command for one.
 */
export function keepPagesFresh(): Disposable {
  const loadsUntil = new Map<string, number>();
  /** When documents last got a text that their page does not have from its beginning. */
  const changedAt = new Map<string, number>();
  const wasClosed = new Set<string>();
  const timers = new Map<string, NodeJS.Timeout>();

  const drawAnew = (): void => {
    void commands.executeCommand('markdown.preview.refresh').then(undefined, () => undefined);
  };
  const drawAnewWhenCalm = (path: string): void => {
    clearTimeout(timers.get(path));
    const wait = Math.max(0, (changedAt.get(path) ?? 0) + calms - Date.now());
    const timer = setTimeout(() => {
      timers.delete(path);
      changedAt.delete(path);
      drawAnew();
    }, wait);
    timers.set(path, timer);
  };
  const parts = [
    workspace.onDidOpenTextDocument((document) => {
      if (isOurs(document) && wasClosed.delete(document.uri.path)) drawAnew();
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (!isOurs(document)) return;
      const { path } = document.uri;
      changedAt.set(path, Date.now());
      if (Date.now() < (loadsUntil.get(path) ?? 0)) drawAnewWhenCalm(path);
    }),
    onDidCloseOurs((path) => {
      changedAt.delete(path);
      loadsUntil.delete(path);
      wasClosed.add(path);
    }),
    window.tabGroups.onDidChangeTabs(({ opened, changed }) => {
      for (const tab of [...opened, ...changed]) {
        const path = pathOf(tab);
        if (path === undefined || !tab.isActive || !(tab.input instanceof TabInputCustom)) continue;
        loadsUntil.set(path, Date.now() + loads);
        if (changedAt.has(path)) drawAnewWhenCalm(path);
      }
    }),
  ];
  return {
    dispose() {
      for (const timer of timers.values()) clearTimeout(timer);
      for (const part of parts) part.dispose();
    },
  };
}
