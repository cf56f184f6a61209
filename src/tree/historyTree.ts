import { EventEmitter, l10n, ThemeColor, type Disposable, type TreeDataProvider, type TreeItem } from 'vscode';
import type { JournalEntry } from '../change/journalEntry';
import type { CommandId, NodeKind } from '../contributions';
import type { History } from '../session/history';
import { isUndo } from '../plan/undoIntent';
import { canRedo, canRetry, canUndo, entryTitle, resultText } from '../ui/entryText';
import { plain } from '../text/plain';
import { planLine } from '../ui/planLine';
import { nodeItem } from './nodeItem';
import { changeCount } from '../ui/countText';
import { dayText, timeText } from '../ui/timeText';

/** A node of the History view: a day, or a change. */
export type HistoryNode =
  | { readonly kind: 'day'; readonly day: string; readonly entries: readonly JournalEntry[] }
  | { readonly kind: 'entry'; readonly entryId: string; readonly entry: JournalEntry };

const icons = { applied: 'check', partly: 'warning', notApplied: 'circle-slash', unknown: 'question' } as const;

/** The History view: every change, newest first, grouped by day. */
export class HistoryTree implements TreeDataProvider<HistoryNode>, Disposable {
  private readonly changed = new EventEmitter<undefined>();
  private readonly subscription: Disposable;
  private entries: Promise<readonly JournalEntry[]> | undefined;
  private isReading = false;
  private isOutdated = false;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly history: Pick<History, 'list' | 'onDidChange'>) {
    this.subscription = history.onDidChange(() => void this.readAgain());
  }

  getTreeItem(node: HistoryNode): TreeItem {
    return node.kind === 'day' ? dayItem(node.day, node.entries.length) : entryItem(node.entry);
  }

  async getChildren(node?: HistoryNode): Promise<HistoryNode[]> {
    if (node?.kind === 'entry') return [];
    if (node) return node.entries.map((entry) => ({ kind: 'entry', entryId: entry.id, entry }));
    this.entries ??= this.history.list();
    const days = Map.groupBy(await this.entries, ({ startedAt }) => dayText(startedAt));
    return [...days].map(([day, entries]) => ({ kind: 'day', day, entries }));
  }

  /**
   * Reads first and redraws then: VS Code gives up on rows that are asked for while a redraw begins, and would show a day
   * without its changes. What is written while it reads is read after that, at once for many.
   */
  private async readAgain(): Promise<void> {
    this.isOutdated = true;
    if (this.isReading) return;
    this.isReading = true;
    while (this.isOutdated) {
      this.isOutdated = false;
      const entries = this.history.list();
      await entries.catch(() => undefined);
      this.entries = entries;
    }
    this.isReading = false;
    this.changed.fire(undefined);
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }
}

function dayItem(day: string, count: number): TreeItem {
  const description = changeCount(count);
  return nodeItem({
    id: `day/${day}`,
    label: day,
    description,
    kind: 'day',
    icon: 'calendar',
    state: 'open',
    spoken: `${day}, ${description}`,
  });
}

function entryItem(entry: JournalEntry): TreeItem {
  const time = timeText(entry.startedAt);
  const result = resultText(entry);
  const title = entryTitle(entry);
  const icon =
    entry.undoneBy !== undefined ? 'discard' : entry.state === 'open' || !entry.result ? 'sync' : icons[entry.result];
  const isAsAsked =
    entry.state === 'done' && entry.result === 'applied' && entry.undoneBy === undefined && !entry.takenBack?.length;
  const needsLook = entry.result === 'unknown' || entry.result === 'partly';
  const item = nodeItem({
    id: `entry/${entry.id}`,
    // What is not as one expects comes first, and what the order tells comes last: a narrow side bar cuts off the end of a row.
    label: [
      ...(isAsAsked ? [] : [result]),
      ...(entry.undoes === undefined ? [] : [isUndo(entry.plan) ? l10n.t('Undo') : l10n.t('Redo')]),
      planLine(entry.plan),
    ].join(' · '),
    description: [...(isAsAsked ? [result] : []), time, entry.profile.name].join(' · '),
    kind: kindOf(entry),
    icon,
    ...(needsLook && { color: new ThemeColor('list.warningForeground') }),
    tooltip: [
      plain(title),
      plain(result),
      ...entry.plan.changes.map((c) =>
        plain(
          `${c.networkInterfaceName}: ${[...c.gains.map((a) => `+${a}`), ...c.loses.map((a) => `−${a}`)].join(' ')}`,
        ),
      ),
    ].join('\n\n'),
    spoken: `${title}, ${time}, ${result}, ${entry.profile.name}`,
  });
  const command: CommandId = 'ncloudIp.openHistoryEntry';
  item.command = { command, title: l10n.t('Open'), arguments: [{ entry: entry.id }] };
  return item;
}

function kindOf(entry: JournalEntry): NodeKind {
  const isFailed = canRetry(entry);
  if (canUndo(entry)) return isFailed ? 'entryUndoableFailed' : 'entryUndoable';
  if (canRedo(entry)) return isFailed ? 'entryRedoableFailed' : 'entryRedoable';
  return isFailed ? 'entryFailed' : 'entry';
}
