import { EventEmitter, type Disposable, type LogOutputChannel, type TreeDataProvider, type TreeItem } from 'vscode';
import type { JournalEntry } from '../change/journalEntry';
import type { History } from '../session/journal/history';
import type { HistoryFilters } from '../session/journal/historyFilter';
import { dayText } from '../words/timeText';
import type { HistoryNode } from './historyItem';
import { withHover } from './nodeItem';
import type * as Rows from './rows';

/** The History view: every change, or those a filter lets through, newest first, grouped by day; above them what cannot be read. */
export class HistoryTree implements TreeDataProvider<HistoryNode>, Disposable {
  private readonly changed = new EventEmitter<undefined>();
  private readonly subscriptions: readonly Disposable[];
  private nodes: Promise<readonly HistoryNode[]> | undefined;
  /** Rows have a bundle of their own: of an empty history nobody asks for one. */
  private opened: Promise<typeof Rows> | undefined;
  private isReading = false;
  private isOutdated = false;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly history: Pick<History, 'list' | 'unreadable' | 'trouble' | 'onDidChange'>,
    private readonly filters: Pick<HistoryFilters, 'get' | 'shown' | 'onDidChange'>,
    private readonly log: Pick<LogOutputChannel, 'warn'>,
    /** So long (ms) reading may take before it is said. */
    private readonly patienceMs = 300,
  ) {
    const readAgain = (): void => void this.readAgain();
    this.subscriptions = [history.onDidChange(readAgain), filters.onDidChange(readAgain)];
  }

  async getTreeItem(node: HistoryNode): Promise<TreeItem> {
    this.opened ??= import('./rows');
    return (await this.opened).historyItem(node);
  }

  resolveTreeItem(item: TreeItem): TreeItem {
    return withHover(item);
  }

  async getChildren(node?: HistoryNode): Promise<HistoryNode[]> {
    switch (node?.kind) {
      case 'day':
        return node.entries.map((entry) => ({ kind: 'entry', entryId: entry.id, entry }));
      case 'unreadable':
        return node.files.map((file) => ({ kind: 'unreadableFile', files: [file] }));
      case 'entry':
      case 'unreadableFile':
      case 'problem':
      case 'reading':
      case 'filter':
      case 'noMatch':
        return [];
      case undefined:
        this.nodes ??= this.read();
        return [...(await this.soon(this.nodes))];
    }
  }

  /** What is read, or a row that says so where that takes its time: the view is never blank. It is drawn anew then. */
  private async soon(nodes: Promise<readonly HistoryNode[]>): Promise<readonly HistoryNode[]> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), this.patienceMs);
    });
    const read = await Promise.race([nodes, late]);
    clearTimeout(timer);
    if (read) return read;
    void nodes.then(() => this.changed.fire(undefined));
    return [{ kind: 'reading' }];
  }

  /** A folder that cannot be read is a row that says so, above what was read before: it is no empty history. */
  private async read(): Promise<readonly HistoryNode[]> {
    try {
      const [entries, files] = await Promise.all([this.history.list(), this.history.unreadable()]);
      const shown = this.filters.shown(entries);
      const error = this.history.trouble();
      return [
        ...(error === undefined ? [] : [this.problem(error)]),
        ...(files.length > 0 ? [{ kind: 'unreadable', files } as const] : []),
        ...filterNodes(this.filters.get()?.words, shown.length, entries.length),
        ...byDay(shown),
      ];
    } catch (error) {
      return [this.problem(error)];
    }
  }

  private problem(error: unknown): HistoryNode {
    this.log.warn(`journal: the folder cannot be read: ${String(error)}`);
    return { kind: 'problem', error };
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
      const nodes = this.read();
      await nodes;
      this.nodes = nodes;
    }
    this.isReading = false;
    this.changed.fire(undefined);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
  }
}

/** Above the days what they are of; under a filter that nothing passes also the way out. */
function filterNodes(words: string | undefined, shown: number, total: number): HistoryNode[] {
  if (words === undefined) return [];
  return [{ kind: 'filter', words, shown, total }, ...(shown === 0 ? [{ kind: 'noMatch' } as const] : [])];
}

/** A day's name is made once for all its changes, and a change's day once for all drawings: making them is what takes time. */
function byDay(entries: readonly JournalEntry[]): HistoryNode[] {
  const groups = Map.groupBy(entries, dayOf);
  return [...groups].map(([day, some]) => ({ kind: 'day', day: dayText(day), entries: some }));
}

const days = new WeakMap<JournalEntry, number>();

/** The first moment of an entry's day (epoch ms). */
function dayOf(entry: JournalEntry): number {
  const known = days.get(entry) ?? new Date(entry.startedAt).setHours(0, 0, 0, 0);
  days.set(entry, known);
  return known;
}
