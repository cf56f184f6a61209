import { window, type Disposable } from 'vscode';
import { DisposableStore } from '../ui/disposableStore';
import { setting } from '../ui/settings';
import type { CommandContext } from './commandContext';
import { recoverOpenEntries, type RecoveryMemory } from './recoverOpenEntries';

type Context = Parameters<typeof recoverOpenEntries>[0] & Pick<CommandContext, 'history' | 'clock' | 'log'>;

/** How often to look after changes that another window left open (ms). */
const lookEveryMs = 60_000;
const hourMs = 60 * 60_000;

/**
 * Looks after the journal while this window lives: at start, every minute and when the window gains focus it completes
 * what another window left open, and every hour it removes what is older than the setting keeps.
 */
export function watchJournal(context: Context): Disposable {
  const store = new DisposableStore();
  const memory: RecoveryMemory = { restUntil: new Map(), isFolderTold: false };
  let isLooking = false;

  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      await recoverOpenEntries(context, memory);
    } catch (error) {
      context.log.error(`recovery: ${String(error)}`);
    } finally {
      isLooking = false;
    }
  };
  const expire = (): void => {
    void removeExpired(context, setting('history.keepDays')).catch((error: unknown) =>
      context.log.warn(`history: old changes could not be removed: ${String(error)}`),
    );
  };

  const timers = [setInterval(() => void look(), lookEveryMs), setInterval(expire, hourMs)];
  store.add({ dispose: () => timers.forEach((timer) => clearInterval(timer)) });
  store.add(window.onDidChangeWindowState(({ focused }) => void (focused && look())));
  void look().then(expire);
  return store;
}

/** Removes finished changes that began so many days ago; 0 removes none. */
export async function removeExpired(
  { history, clock, log }: Pick<CommandContext, 'history' | 'clock' | 'log'>,
  keepDays: number,
): Promise<void> {
  // What is no positive number removes nothing.
  if (!(keepDays > 0)) return;
  const before = clock.now() - keepDays * 24 * hourMs;
  const old = (await history.list()).filter(({ state, startedAt }) => state === 'done' && startedAt < before);
  if (old.length === 0) return;
  await history.remove(old.map(({ id }) => id));
  log.info(`history: ${old.length} changes older than ${keepDays} days were removed`);
}
