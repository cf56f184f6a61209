import { l10n, ThemeColor, type TreeItem } from 'vscode';
import type { JournalEntry } from '../change/journalEntry';
import type { CommandId, NodeKind } from '../contributions';
import type { UnreadableEntry } from '../session/journal/entryIndex';
import { changeCount } from '../words/countText';
import { isUndo } from '../plan/undoIntent';
import { planTitle } from '../words/changeText';
import { resultText } from '../words/entryText';
import { askedByText } from '../words/change/originText';
import { interfaceName } from '../words/interfaceTitle';
import { entryFlawText } from '../words/journalTroubleText';
import { plain } from '../text/plain';
import { planLine } from '../words/planLine';
import { timeText } from '../words/timeText';
import { nodeItem } from './nodeItem';
import { canRedo, canRetry, canUndo } from '../change/entryPolicy';

/** A node of the History view: a day, a change, or what cannot be read. */
export type HistoryNode =
  | { readonly kind: 'day'; readonly day: string; readonly entries: readonly JournalEntry[] }
  | { readonly kind: 'entry'; readonly entryId: string; readonly entry: JournalEntry }
  | { readonly kind: 'unreadable'; readonly files: readonly UnreadableEntry[] }
  | { readonly kind: 'unreadableFile'; readonly files: readonly [UnreadableEntry] }
  | { readonly kind: 'problem'; readonly error: unknown }
  | { readonly kind: 'reading' }
  /** What is shown of how many; `words` is the filter. */
  | { readonly kind: 'filter'; readonly words: string; readonly shown: number; readonly total: number }
  | { readonly kind: 'noMatch' };

const icons = { applied: 'check', partly: 'warning', notApplied: 'circle-slash', unknown: 'question' } as const;

/** A row of the History view. */
export function historyItem(node: HistoryNode): TreeItem {
  switch (node.kind) {
    case 'day':
      return dayItem(node.day, node.entries.length);
    case 'entry':
      return entryItem(node.entry);
    case 'unreadable':
      return unreadableItem(node.files.length);
    case 'unreadableFile':
      return fileItem(node.files[0]);
    case 'problem':
      return problemItem(node.error);
    case 'reading':
      return readingItem();
    case 'filter':
      return filterItem(node.words, node.shown, node.total);
    case 'noMatch':
      return noMatchItem();
  }
}

function readingItem(): TreeItem {
  const label = l10n.t('Reading the history…');
  return nodeItem({ id: 'reading', label, kind: 'reading', icon: 'loading~spin', spoken: label });
}

function filterItem(words: string, shown: number, total: number): TreeItem {
  const title = l10n.t('Filter History');
  const label = l10n.t('Filter: {0}', words);
  const counts = l10n.t('{0} of {1}', shown, changeCount(total));
  const description = `${counts} · ${l10n.t('{0} · press Enter', title)}`;
  const item = nodeItem({
    id: 'filter',
    label,
    description,
    kind: 'historyFilter',
    icon: 'filter-filled',
    hover: () => `${plain(label)}\n\n${plain(counts)}`,
    spoken: `${label}, ${description}`,
  });
  const command: CommandId = 'ncloudIp.filterHistory';
  item.command = { command, title, arguments: [] };
  return item;
}

function noMatchItem(): TreeItem {
  const title = l10n.t('Show All Changes');
  const label = l10n.t('No matching changes.');
  const description = l10n.t('{0} · press Enter', title);
  const item = nodeItem({
    id: 'noMatch',
    label,
    description,
    kind: 'historyFilter',
    icon: 'info',
    spoken: `${label} ${description}`,
  });
  const command: CommandId = 'ncloudIp.clearHistoryFilter';
  item.command = { command, title, arguments: [] };
  return item;
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
  const title = planTitle(entry.plan);
  const asked = entry.origin?.kind === 'assistant' ? [l10n.t('asked by an assistant')] : [];
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
    description: [...asked, ...(isAsAsked ? [result] : []), time, entry.profile.name].join(' · '),
    kind: kindOf(entry),
    icon,
    ...(needsLook && { color: new ThemeColor('list.warningForeground') }),
    hover: () =>
      [
        plain(title),
        plain(result),
        ...[askedByText(entry.origin) ?? []].flat().map((text) => plain(text)),
        ...entry.plan.changes.map((c) =>
          plain(`${interfaceName(c)}: ${[...c.gains.map((a) => `+${a}`), ...c.loses.map((a) => `−${a}`)].join(' ')}`),
        ),
      ].join('\n\n'),
    spoken: [title, ...asked, time, result, entry.profile.name].join(', '),
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

function unreadableItem(count: number): TreeItem {
  const label = count === 1 ? l10n.t('1 entry cannot be read') : l10n.t('{0} entries cannot be read', count);
  const description = l10n.t('open the folder, or set them aside');
  return nodeItem({
    id: 'unreadable',
    label,
    description,
    kind: 'unreadable',
    icon: 'warning',
    color: new ThemeColor('list.warningForeground'),
    state: 'closed',
    spoken: `${label}, ${description}`,
  });
}

function fileItem({ name, flaw }: UnreadableEntry): TreeItem {
  const description = entryFlawText(flaw);
  return nodeItem({
    id: `unreadable/${name}`,
    label: name,
    description,
    kind: 'unreadableFile',
    icon: 'file',
    hover: () => `${plain(name)}\n\n${plain(description)}`,
    spoken: `${name}, ${description}`,
  });
}

function problemItem(error: unknown): TreeItem {
  const label = l10n.t('Could not read the history.');
  const action = l10n.t('Retry');
  const cause = error instanceof Error ? error.message : String(error);
  const item = nodeItem({
    id: 'problem',
    label,
    description: l10n.t('{0} · press Enter', action),
    kind: 'problem',
    icon: 'error',
    color: new ThemeColor('list.errorForeground'),
    hover: () => `${plain(label)}\n\n${plain(cause)}`,
    spoken: `${label} ${cause} ${action}`,
  });
  const command: CommandId = 'ncloudIp.refreshHistory';
  item.command = { command, title: action, arguments: [] };
  return item;
}
