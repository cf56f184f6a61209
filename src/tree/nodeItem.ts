import { MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState, type ThemeColor } from 'vscode';
import type { NodeKind } from '../contributions';

/** How a row looks and sounds. */
export interface NodeLook {
  readonly id: string;
  readonly label: string;
  readonly kind: NodeKind;
  readonly icon: string;
  readonly color?: ThemeColor;
  readonly description?: string;
  /** Markdown. Nothing stands only here: tooltips do not show on keyboard focus. */
  readonly tooltip?: string;
  readonly state?: 'leaf' | 'open' | 'closed';
  /** Read aloud instead of label and description. */
  readonly spoken: string;
}

const states = {
  leaf: TreeItemCollapsibleState.None,
  open: TreeItemCollapsibleState.Expanded,
  closed: TreeItemCollapsibleState.Collapsed,
};

/** A tree item with everything a node of ours must have: id, icon, words for a screen reader. */
export function nodeItem(look: NodeLook): TreeItem {
  const item = new TreeItem(look.label, states[look.state ?? 'leaf']);
  item.id = look.id;
  item.contextValue = look.kind;
  item.iconPath = new ThemeIcon(look.icon, look.color);
  item.description = look.description ?? false;
  item.tooltip = new MarkdownString(look.tooltip ?? '');
  item.accessibilityInformation = { label: look.spoken };
  return item;
}
