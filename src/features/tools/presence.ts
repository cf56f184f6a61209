import { l10n, window, type Disposable } from 'vscode';
import type { Clock } from '../../change/applyDeps';
import type { Logger } from '../../api/logger';
import { notify } from '../../ui/notify';

/** So long (ms) after somebody left the window they still count as there. */
const nearMs = 60_000;

/** Whether somebody is at the window. */
export interface Presence extends Disposable {
  /**
   * Waits until somebody is there, and says that an assistant waits. Ends as well after `until` (epoch ms) or when the signal is
   * aborted: what is so then is for the caller to see.
   */
  wait(title: string, until: number, signal: AbortSignal): Promise<void>;
}

/** Looks from now on: a window that has no focus at first may have been left long ago. */
export function createPresence(clock: Clock, log: Pick<Logger, 'info'>): Presence {
  let leftAt = window.state.focused ? undefined : -Infinity;
  const returned = new Set<() => void>();
  const listener = window.onDidChangeWindowState(({ focused }) => {
    leftAt = focused ? undefined : (leftAt ?? clock.now());
    if (focused) for (const tell of [...returned]) tell();
  });
  const isNear = (): boolean => leftAt === undefined || Math.abs(clock.now() - leftAt) <= nearMs;
  return {
    async wait(title, until, signal) {
      if (isNear()) return;
      log.info('an assistant asks for a change while nobody is at this window: waiting');
      void notify(
        'info',
        l10n.t('An assistant asks for a change: {0}. You are asked as soon as you are back in this window.', title),
      );
      const ended = new AbortController();
      const end = (): void => ended.abort();
      returned.add(end);
      signal.addEventListener('abort', end);
      await clock.sleep(Math.max(0, until - clock.now()) + 1, ended.signal);
      signal.removeEventListener('abort', end);
      returned.delete(end);
    },
    dispose: () => void listener.dispose(),
  };
}
