import { describe, expect, it, vi } from 'vitest';
import { askSearch } from '../../../src/ui/askSearch';
import { createEmitter } from '../../../src/session/emitter';
import type { Choice, SearchRow } from '../../../src/ui/prompter';
import { fakeQuickPick } from '../../support/fakeQuickPick';

const words = ['alpha', 'beta', 'gamma', 'beta two'];
const choice = (label: string): Choice<string> => ({ value: label, label });
const rowOf = (label: string): SearchRow<string> =>
  label.startsWith('note') ? { isNotice: true, label } : choice(label);

async function open({ afar, all = words }: { afar?: Choice<string>[]; all?: string[] } = {}) {
  const grew = createEmitter<undefined>();
  const quickPick = fakeQuickPick<Choice<string>>();
  const answer = askSearch<string>({
    title: 'Find',
    placeholder: '',
    find: (text) => all.filter((word) => word.includes(text)).map(rowOf),
    onDidGrow: grew.event,
    ...(afar && {
      findMore: (_text, _signal, add) => {
        add(afar);
        return Promise.resolve();
      },
    }),
  });
  await quickPick.settle();
  const grow = (...more: string[]): void => {
    all = [...more, ...all];
    grew.fire(undefined);
  };
  return { quickPick, answer, grow };
}

describe('askSearch', () => {
  it('takes the row that the arrows went to', async () => {
    const { quickPick, answer } = await open();
    quickPick.type('beta');
    await quickPick.settle();
    quickPick.down();
    quickPick.enter();
    expect(await answer).toEqual({ kind: 'next', value: 'beta two' });
  });

  it('takes the best of what was typed when Enter comes before the window has drawn it', async () => {
    const { quickPick, answer } = await open();
    quickPick.down();
    quickPick.type('beta');
    quickPick.enter();
    expect(await answer).toEqual({ kind: 'next', value: 'beta' });
  });

  it('leaves the arrows where they are when more is found from afar', async () => {
    const { quickPick, answer } = await open({ afar: [choice('from afar')] });
    vi.useFakeTimers();
    quickPick.type('beta');
    await vi.advanceTimersByTimeAsync(5);
    await quickPick.settle();
    quickPick.down();
    await vi.advanceTimersByTimeAsync(500);
    vi.useRealTimers();
    expect(quickPick.labels()).toEqual(['beta', 'beta two', 'from afar']);
    await quickPick.settle();
    quickPick.enter();
    expect(await answer).toEqual({ kind: 'next', value: 'beta two' });
  });

  it('shows what there is more of without a key, and Enter takes the best of it', async () => {
    const { quickPick, answer, grow } = await open();
    quickPick.type('beta');
    await quickPick.settle();
    grow('beta zero', 'delta');
    expect(quickPick.labels()).toEqual(['beta zero', 'beta', 'beta two']);
    await quickPick.settle();
    quickPick.enter();
    expect(await answer).toEqual({ kind: 'next', value: 'beta zero' });
  });

  it('leaves the arrows where they are when there is more', async () => {
    const { quickPick, answer, grow } = await open();
    quickPick.type('beta');
    await quickPick.settle();
    quickPick.down();
    grow('beta zero');
    await quickPick.settle();
    quickPick.enter();
    expect(await answer).toEqual({ kind: 'next', value: 'beta two' });
  });

  it('does not take a row that only says something', async () => {
    const { quickPick, answer } = await open({ all: ['note well', 'nothing'] });
    quickPick.type('no');
    quickPick.enter();
    await quickPick.settle();
    quickPick.enter();
    quickPick.down();
    quickPick.enter();
    expect(await answer).toEqual({ kind: 'next', value: 'nothing' });
  });

  it('answers nothing when it is left', async () => {
    const { quickPick, answer } = await open();
    quickPick.escape();
    expect(await answer).toBeUndefined();
  });
});
