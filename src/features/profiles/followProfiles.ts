import { window, type Disposable } from 'vscode';
import { DisposableStore } from '../../session/disposableStore';
import type { CommandContext } from '../commandContext';

/** When to look after keys changed (ms): VS Code hands the state of the extension to other windows a moment later. */
const looksAfterKeys = [0, 1_000, 5_000];

/**
 * Notices profiles that another window added, changed or removed: VS Code tells of its keys only. Until then this one would show the
 * network of a profile that is gone, or call a protected one free. Commands look as well, before they begin (runCommand).
 */
export function followProfiles({
  profiles,
  credentials,
  clock,
}: Pick<CommandContext, 'profiles' | 'credentials' | 'clock'>): Disposable {
  const store = new DisposableStore();
  const closed = new AbortController();
  const look = async (afterMs: number): Promise<void> => {
    await clock.sleep(afterMs, closed.signal);
    if (!closed.signal.aborted) profiles.follow();
  };
  store.add({ dispose: () => closed.abort() });
  store.add(
    window.onDidChangeWindowState(({ focused }) => {
      if (focused) profiles.follow();
    }),
  );
  store.add(credentials.onDidChange(() => looksAfterKeys.forEach((afterMs) => void look(afterMs))));
  return store;
}
