import { describe, expect, it, vi } from 'vitest';
import { window } from 'vscode';
import { askSearch } from '../../../src/ui/askSearch';
import type { Choice } from '../../../src/ui/prompter';
import { fakeQuickPick } from '../../support/fakeQuickPick';

const words = ['alpha', 'beta', 'gamma', 'beta two'];
const choice = (label: string): Choice<string> => ({ value: label, label });

function open(findMore?: (text: string) => Promise<Choice<string>[]>) {
  const quickPick = fakeQuickPick<Choice<string>>();
  Object.assign(window, { createQuickPick: () => quickPick.pick });
  const answer = askSearch<string>({
    title: 'Find',
    placeholder: '',
    find: (text) => words.filter((word) => word.includes(text)).map(choice),
    ...(findMore && { findMore }),
  });
  quickPick.settle();
  return { quickPick, answer };
}

describe('askSearch', () => {
  it('takes the row that the arrows went to', async () => {
    const { quickPick, answer } = open();
    quickPick.type('beta');
    quickPick.settle();
    quickPick.down();
    quickPick.enter();
    expect(await answer).toEqual({ kind: 'next', value: 'beta two' });
  });

  it('takes the best of what was typed when Enter comes before the window has drawn it', async () => {
    const { quickPick, answer } = open();
    quickPick.down();
    quickPick.type('beta');
    quickPick.enter();
    expect(await answer).toEqual({ kind: 'next', value: 'beta' });
  });

  it('leaves the arrows where they are when more is found from afar', async () => {
    const { quickPick, answer } = open(() => Promise.resolve([choice('from afar')]));
    vi.useFakeTimers();
    quickPick.type('beta');
    quickPick.settle();
    quickPick.down();
    await vi.advanceTimersByTimeAsync(500);
    vi.useRealTimers();
    expect(quickPick.labels()).toEqual(['beta', 'beta two', 'from afar']);
    quickPick.settle();
    quickPick.enter();
    expect(await answer).toEqual({ kind: 'next', value: 'beta two' });
  });

  it('answers nothing when it is left', async () => {
    const { quickPick, answer } = open();
    quickPick.escape();
    expect(await answer).toBeUndefined();
  });
});
