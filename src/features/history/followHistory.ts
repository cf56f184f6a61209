import type { Disposable } from 'vscode';
import type { CommandContext } from '../commandContext';
import { printable } from '../../text/printable';
import { setContextKey } from '../../ui/contextKeys';
import { changeCount } from '../../words/countText';
import { DisposableStore } from '../../session/disposableStore';
import { canRedo, canUndo } from '../../change/entryPolicy';

/** Puts what the history holds into context keys, and what a filter leaves of it beside the title of its view. */
export function followHistory({
  history,
  historyFilters,
  historyView,
}: Pick<CommandContext, 'history' | 'historyFilters' | 'historyView'>): Disposable {
  const store = new DisposableStore();
  // A history that cannot be read says so in its view.
  const follow = async (): Promise<void> => {
    const read = await history.list().catch(() => undefined);
    const entries = read ?? [];
    setContextKey('ncloudIp.historyEmpty', read?.length === 0);
    setContextKey('ncloudIp.canUndo', entries.some(canUndo));
    setContextKey('ncloudIp.canRedo', entries.some(canRedo));
    const words = historyFilters.get()?.words;
    setContextKey('ncloudIp.historyFiltered', words !== undefined);
    historyView.description =
      words === undefined ? '' : printable(`${words} · ${changeCount(historyFilters.shown(entries).length)}`);
  };
  store.add(history.onDidChange(() => void follow()));
  store.add(historyFilters.onDidChange(() => void follow()));
  void follow();
  return store;
}
