import { TabInputCustom, TabInputText, window, workspace, type TextDocument } from 'vscode';

/** The document that stands in front, drawn or as its source. */
export function shownDocument(): TextDocument | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof TabInputCustom || input instanceof TabInputText)) return undefined;
  return workspace.textDocuments.find(({ uri }) => uri.toString() === input.uri.toString());
}
