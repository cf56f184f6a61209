import { expect, it, onTestFinished, vi } from 'vitest';
import { window } from 'vscode';
import { followProfiles } from '../../../../src/features/profiles/followProfiles';
import { createEmitter } from '../../../../src/session/emitter';

function open() {
  const keys = createEmitter<string>();
  const focus = createEmitter<{ readonly focused: boolean; readonly active: boolean }>();
  Object.assign(window, { onDidChangeWindowState: focus.event });
  const slept: number[] = [];
  const sleep = (ms: number): Promise<void> => {
    slept.push(ms);
    return Promise.resolve();
  };
  const follow = vi.fn();
  const context = { profiles: { follow }, credentials: { onDidChange: keys.event }, clock: { now: Date.now, sleep } };
  const following = followProfiles(context as never);
  onTestFinished(() => void following.dispose());
  return { keys, focus, follow, slept, following };
}

it('looks when the window comes to the front, and three times after another window changed keys', async () => {
  const { keys, focus, follow, slept } = open();
  focus.fire({ focused: false, active: true });
  expect(follow).not.toHaveBeenCalled();
  focus.fire({ focused: true, active: true });
  expect(follow).toHaveBeenCalledTimes(1);
  keys.fire('p1');
  await vi.waitFor(() => expect(follow).toHaveBeenCalledTimes(4));
  expect(slept).toEqual([0, 1_000, 5_000]);
});

it('looks no more once the window is closed', async () => {
  const { keys, follow, following } = open();
  keys.fire('p1');
  following.dispose();
  await Promise.resolve();
  await Promise.resolve();
  expect(follow).not.toHaveBeenCalled();
});
