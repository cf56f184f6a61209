import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { workspace } from 'vscode';
import { createEmitter } from '../../../../src/session/emitter';
import { whileVisible } from '../../../../src/features/view/whileVisible';
import { apiFailure } from '../../../support/apiFailure';
import { buildScope } from '../../../support/buildProfile';

const minute = 60_000;
const scope = buildScope();

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A region that was read at the start; each refresh takes a moment and, when it works, makes it new. */
function watch({ every, works = true, visible = true }: { every: number; works?: boolean; visible?: boolean }) {
  const settings = { get: (key: string) => ({ autoRefreshMinutes: every })[key] };
  vi.spyOn(workspace, 'getConfiguration').mockReturnValue(settings as never);
  const seen = createEmitter<undefined>();
  const view = { visible, onDidChangeVisibility: seen.event };
  let endedAt = Date.now();
  const refresh = vi.fn(() => {
    if (!works) return Promise.reject(apiFailure('network'));
    endedAt = Date.now();
    return Promise.resolve();
  });
  const context = {
    view,
    scopes: { shown: () => [scope] },
    networks: { refresh, state: () => ({ kind: works ? 'loaded' : 'failed', last: { endedAt } }) },
    clock: { now: () => Date.now() },
  } as unknown as Parameters<typeof whileVisible>[0];
  const describeView = vi.fn();
  const watching = whileVisible(context, describeView);
  onTestFinished(() => void watching.dispose());
  return {
    refresh,
    describeView,
    show: (isVisible: boolean): void => {
      view.visible = isVisible;
      seen.fire(undefined);
    },
  };
}

describe('while the view is seen', () => {
  it('its age is told anew, and nothing is read unless somebody wants that', () => {
    const { refresh, describeView } = watch({ every: 0 });
    vi.advanceTimersByTime(10 * minute);
    expect(describeView.mock.calls.length).toBeGreaterThan(10);
    expect(refresh).not.toHaveBeenCalled();
  });

  it('what is older than wished is read again', () => {
    const { refresh } = watch({ every: 5 });
    vi.advanceTimersByTime(4 * minute);
    expect(refresh).not.toHaveBeenCalled();
    vi.advanceTimersByTime(11 * minute);
    expect(refresh).toHaveBeenCalledTimes(3);
  });

  it('hidden, nothing happens; seen again, what is old is read at once', () => {
    const { refresh, describeView, show } = watch({ every: 5 });
    show(false);
    describeView.mockClear();
    vi.advanceTimersByTime(60 * minute);
    expect(describeView).not.toHaveBeenCalled();
    expect(refresh).not.toHaveBeenCalled();
    show(true);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it.each([true, false])(
    'after the clock was set back it is read again as often as before (read works: %s)',
    (works) => {
      const { refresh } = watch({ every: 5, works });
      vi.setSystemTime(Date.now() - 24 * 60 * minute);
      vi.advanceTimersByTime(16 * minute);
      expect(refresh).toHaveBeenCalledTimes(4);
    },
  );

  it('a region that fails is tried no more often than one that works', () => {
    const { refresh } = watch({ every: 5, works: false });
    vi.advanceTimersByTime(16 * minute);
    expect(refresh).toHaveBeenCalledTimes(3);
  });
});
