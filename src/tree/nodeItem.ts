import { isDeepStrictEqual } from 'node:util';
import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { NodeKind } from '../contributions';
import { printable } from '../text/printable';

/** How a row displays and sounds. */
export interface NodeAppearance {
  readonly id: string;
  readonly label: string;
  readonly kind: NodeKind;
  readonly icon: string;
  readonly color?: ThemeColor;
  readonly description?: string;
  /** Markdown, written when somebody hovers. Nothing stands only here: it does not show on keyboard focus. */
  readonly hover?: () => string;
  readonly state?: 'leaf' | 'open' | 'closed';
  /** Read aloud instead of label and description. */
  readonly spoken: string;
}

/** Of what stands behind the label of a row, and of what is read aloud. In characters. */
const mostRead = 1_000;

const states = {
  leaf: TreeItemCollapsibleState.None,
  open: TreeItemCollapsibleState.Expanded,
  closed: TreeItemCollapsibleState.Collapsed,
};

/** Marks what takes no more, beside the word for it. */
export function fullColor(): ThemeColor {
  return new ThemeColor('list.warningForeground');
}

/** Whether a row stands open until somebody closes it. */
export function isDrawnOpen({ collapsibleState }: TreeItem): boolean {
  return collapsibleState === TreeItemCollapsibleState.Expanded;
}

/** Whether two items look and sound the same; what they say under the mouse is not looked at. */
export function isSameItem(one: TreeItem, other: TreeItem): boolean {
  const { label, description, contextValue, collapsibleState, accessibilityInformation } = one;
  return (
    label === other.label &&
    description === other.description &&
    contextValue === other.contextValue &&
    collapsibleState === other.collapsibleState &&
    accessibilityInformation?.label === other.accessibilityInformation?.label &&
    iconText(one) === iconText(other) &&
    isDeepStrictEqual(one.command, other.command)
  );
}

function iconText({ iconPath }: TreeItem): string {
  const { id, color } = iconPath as ThemeIcon;
  return `${id} ${(color as { id?: string } | undefined)?.id}`;
}

/** A row as drawn; its hover is most of the work, and of thousands of rows few are hovered. */
class RowItem extends TreeItem {
  constructor(
    { label, state = 'leaf' }: NodeAppearance,
    readonly hover: () => string,
  ) {
    super(printable(label), states[state]);
  }
}

/** What a row says under the mouse, in Markdown; empty when that is nothing. */
export function hoverOf(item: TreeItem): string {
  return item instanceof RowItem ? item.hover() : '';
}

/** The item with its hover: VS Code asks for it when the mouse rests on the row. */
export function withHover(item: TreeItem, hover = hoverOf(item)): TreeItem {
  item.tooltip = new MarkdownString(hover);
  return item;
}

/** A tree item with everything a node of ours must have: id, icon, words for a screen reader. */
export function nodeItem(appearance: NodeAppearance): TreeItem {
  const item = new RowItem(appearance, appearance.hover ?? (() => ''));
  item.id = appearance.id;
  item.contextValue = appearance.kind;
  item.iconPath = new ThemeIcon(appearance.icon, appearance.color);
  item.description = appearance.description === undefined ? false : printable(appearance.description, mostRead);
  item.accessibilityInformation = { label: printable(appearance.spoken, mostRead) };
  return item;
}
