import { commands, l10n, window, type Disposable } from 'vscode';
import type { CommandId } from '../../contributions';
import { DisposableStore } from '../../session/disposableStore';
import { notify } from '../../ui/notify';
import { setting } from '../../ui/settings';
import type { Services } from '../commandContext';
import { stackOf } from '../../api/logger';

/** How often to look after changes that another window left open (ms). */
const lookEveryMs = 60_000;
/** What could not be read is not looked for again sooner (ms), whatever is read meanwhile. */
const againAfterMs = 10_000;
const hourMs = 60 * 60_000;

/**
 * Looks after the journal while this window lives: at start, every minute and when the window gains focus it completes
 * what another window left open, and every hour it removes what is older than the setting keeps. What could not be read is
 * tried again as soon as there are other keys, or a region is read.
 */
export function watchJournal(services: Services): Disposable {
  const store = new DisposableStore();
  /** When an entry that could not be read may be tried again (epoch ms), by id. */
  const restUntil = new Map<string, number>();
  let isFolderTold = false;
  let lookedAt = -Infinity;
  let isLooking = false;

  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    lookedAt = services.clock.now();
    try {
      const claimed = await services.history.claimAbandoned();
      isFolderTold = false;
      if (claimed.length === 0) return;
      await (await services.features()).recover(claimed, restUntil);
    } catch (error) {
      services.log.warn(`recovery: ${stackOf(error)}`);
      if (!isFolderTold) tellUnreadable();
      isFolderTold = true;
    } finally {
      isLooking = false;
    }
  };
  const expire = (): void => {
    void removeExpired(services, setting('history.keepDays')).catch((error: unknown) =>
      services.log.warn(`history: old changes could not be removed: ${String(error)}`),
    );
  };

  /** The service answers again, it seems. Changes under way are read all the time, so not for each of their readings. */
  const tryAgain = (): void => {
    for (const id of restUntil.keys()) restUntil.set(id, 0);
    if (restUntil.size > 0 && services.clock.now() - lookedAt >= againAfterMs) void look();
  };
  const timers = [setInterval(() => void look(), lookEveryMs), setInterval(expire, hourMs)];
  store.add({ dispose: () => timers.forEach((timer) => clearInterval(timer)) });
  store.add(window.onDidChangeWindowState(({ focused }) => void (focused && look())));
  store.add(services.credentials.onDidChange(tryAgain));
  store.add(
    services.networks.onDidChange((scope) => {
      if (services.networks.state(scope).kind === 'loaded') tryAgain();
    }),
  );
  void look().then(expire);
  return store;
}

function tellUnreadable(): void {
  const refresh: CommandId = 'ncloudIp.refreshHistory';
  const retry = l10n.t('Retry');
  const message = l10n.t('Could not read the history, so it is unknown whether a change was interrupted.');
  void notify('warning', message, retry).then((chosen) => {
    if (chosen === retry) void commands.executeCommand(refresh);
  });
}

/** Removes finished changes that began so many days ago; 0 removes none. */
export async function removeExpired(
  { history, clock, log }: Pick<Services, 'history' | 'clock' | 'log'>,
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
