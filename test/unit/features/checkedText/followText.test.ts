import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EventEmitter } from 'vscode';
import type { Disposable } from 'vscode';
import { followText, type TextKind } from '../../../../src/features/checkedText/followText';
import { textHost, type TextHost } from '../../../support/textHost';

/** Follows the one document of a host, and counts how often it is checked. `cost`: what a check takes (ms). */
function follow(host: TextHost, cost = 0, more: Partial<TextKind<string>> = {}) {
  const check = vi.fn((): string => {
    vi.advanceTimersByTime(cost);
    return host.document.getText();
  });
  const disposable: Disposable = followText<string>({
    language: host.document.languageId,
    check,
    marks: (_, text) => [text as never],
    lenses: () => [],
    fixes: () => [],
    completions: () => undefined,
    completionSigns: [],
    changes: [],
    ...more,
  });
  vi.advanceTimersByTime(1_000);
  check.mockClear();
  return { check, disposable };
}

describe('a text that is followed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is checked once when many keys are pressed without a rest, as it stands at the last one', () => {
    const host = textHost();
    const { check } = follow(host);
    for (let key = 0; key < 50; key++) {
      host.type('x');
      vi.advanceTimersByTime(20);
    }
    expect(check).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(check).toHaveBeenCalledTimes(1);
    expect(host.marks()).toEqual([host.document.getText()]);
  });

  it('rests the longer the more a check costs: one of a second is not begun between two keys', () => {
    const host = textHost();
    const { check } = follow(host, 1_000);
    for (let key = 0; key < 10; key++) {
      host.type('x');
      vi.advanceTimersByTime(200);
    }
    expect(check).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(check).toHaveBeenCalledTimes(1);
  });

  it('is not checked for completions that do not ask for it, and not twice where something did', () => {
    const host = textHost();
    const { check } = follow(host);
    host.type('x');
    host.complete();
    expect(check).not.toHaveBeenCalled();
    host.fix();
    host.fix();
    vi.advanceTimersByTime(1_000);
    expect(check).toHaveBeenCalledTimes(1);
  });

  it('is checked anew, unchanged, when what it is checked on has changed', () => {
    const host = textHost();
    const network = new EventEmitter<void>();
    const { check } = follow(host, 0, { changes: [network.event] });
    network.fire();
    host.fix();
    vi.advanceTimersByTime(1_000);
    expect(check).toHaveBeenCalledTimes(1);
  });

  it('is left alone once it is closed', () => {
    const host = textHost();
    const { check } = follow(host);
    host.type('x');
    host.close();
    vi.advanceTimersByTime(1_000);
    expect(check).not.toHaveBeenCalled();
    expect(host.marks()).toBeUndefined();
  });

  it('is not followed any more after that was given up', () => {
    const host = textHost();
    const { check, disposable } = follow(host);
    host.type('x');
    disposable.dispose();
    vi.advanceTimersByTime(1_000);
    expect(check).not.toHaveBeenCalled();
  });
});
