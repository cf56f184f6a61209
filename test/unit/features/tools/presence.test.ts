import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { window, type WindowState } from 'vscode';
import { createPresence } from '../../../../src/features/tools/presence';
import { recordLog } from '../../../support/recordLog';

describe('whether somebody is at the window', () => {
  const state = window.state as { focused: boolean };
  let now = 0;
  let tell: (state: WindowState) => unknown = () => undefined;
  let told: string[] = [];
  const sleeping: { ms: number; end: () => void }[] = [];
  const clock = {
    now: () => now,
    sleep: (ms: number, signal?: AbortSignal) =>
      new Promise<void>((resolve) => {
        sleeping.push({ ms, end: resolve });
        signal?.addEventListener('abort', () => resolve());
      }),
  };
  const focus = (focused: boolean): void => void tell({ focused, active: focused });
  const open = (focused: boolean) => {
    state.focused = focused;
    return createPresence(clock, recordLog());
  };
  /** Whether the wait ends by itself. */
  const ends = async (wait: Promise<void>): Promise<boolean> =>
    Promise.race([wait.then(() => true), new Promise<boolean>((resolve) => setTimeout(resolve, 5, false))]);

  beforeEach(() => {
    now = 1_000_000;
    told = [];
    sleeping.length = 0;
    vi.spyOn(window, 'onDidChangeWindowState').mockImplementation((listener) => {
      tell = listener;
      return { dispose: () => undefined };
    });
    vi.spyOn(window, 'showInformationMessage').mockImplementation((message: string) => {
      told.push(message);
      return Promise.resolve(undefined);
    });
  });
  afterEach(() => {
    state.focused = true;
    vi.restoreAllMocks();
  });

  it('counts with the focus, and for a minute after it went', async () => {
    const presence = open(true);
    expect(await ends(presence.wait('x', now + 1, new AbortController().signal))).toBe(true);
    focus(false);
    now += 60_000;
    expect(await ends(presence.wait('x', now + 1, new AbortController().signal))).toBe(true);
    expect(told).toEqual([]);
  });

  it('waits after that, says so, and ends when somebody is back', async () => {
    const presence = open(true);
    focus(false);
    now += 60_001;
    const wait = presence.wait('Assign 10.0.10.11 to web-01/eth0', now + 600_000, new AbortController().signal);
    expect(await ends(wait)).toBe(false);
    expect(told).toEqual([
      'An assistant asks for a change: Assign 10.0.10.11 to web-01/eth0. You are asked as soon as you are back in this window.',
    ]);
    focus(true);
    expect(await ends(wait)).toBe(true);
  });

  it('waits where the window had no focus at first: nobody knows since when', async () => {
    expect(await ends(open(false).wait('x', now + 1, new AbortController().signal))).toBe(false);
  });

  it('waits no longer than the plan lives, and not once it is cancelled', async () => {
    const presence = open(false);
    const wait = presence.wait('x', now + 500, new AbortController().signal);
    expect(sleeping[0]?.ms).toBe(501);
    sleeping[0]?.end();
    expect(await ends(wait)).toBe(true);
    const cancel = new AbortController();
    const other = presence.wait('x', now + 500, cancel.signal);
    cancel.abort();
    expect(await ends(other)).toBe(true);
  });
});
