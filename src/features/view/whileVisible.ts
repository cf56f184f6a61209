import type { Disposable } from 'vscode';
import type { CommandContext } from '../commandContext';
import { scopeKey, type Scope } from '../../session/scope';
import { setting } from '../../ui/settings';

/** How often the age of what is shown is told anew (ms). */
const tickMs = 30_000;

/**
 * Every half minute the view is seen: its age is told anew, and what is older than wished is read again; a region that
 * fails no more often than that. Hidden, nothing happens.
 */
export function whileVisible(
  { view, scopes, networks, clock }: Pick<CommandContext, 'view' | 'scopes' | 'networks' | 'clock'>,
  describe: () => void,
): Disposable {
  const asked = new Map<string, number>();
  const refresh = (scope: Scope, every: number): void => {
    const key = scopeKey(scope);
    const state = networks.state(scope);
    if (state.kind === 'loading' || !state.last) return;
    const now = clock.now();
    // A moment to come is from before the clock was set back: nobody knows how old that is.
    const past = [state.last.endedAt, asked.get(key) ?? 0].filter((at) => at <= now);
    if (now - Math.max(0, ...past) < every) return;
    asked.set(key, now);
    void networks.refresh(scope).catch(() => undefined);
  };
  const tick = (): void => {
    describe();
    const every = setting('autoRefreshMinutes') * 60_000;
    if (every > 0) for (const scope of scopes.shown()) refresh(scope, every);
  };
  let timer: NodeJS.Timeout | undefined;
  const follow = (): void => {
    clearInterval(timer);
    timer = view.visible ? setInterval(tick, tickMs) : undefined;
    if (view.visible) tick();
  };
  const subscription = view.onDidChangeVisibility(follow);
  follow();
  return {
    dispose() {
      clearInterval(timer);
      subscription.dispose();
    },
  };
}
