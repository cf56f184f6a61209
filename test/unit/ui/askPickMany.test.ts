import { describe, expect, it } from 'vitest';
import { askPickMany } from '../../../src/ui/askPickMany';
import type { TypedChoice } from '../../../src/ui/prompter';
import { fakeQuickPick } from '../../support/fakeQuickPick';

const choice = (label: string): TypedChoice<string> => ({
  value: label,
  label,
  ...(!/^\d+$/.test(label) && { problem: `${label} is no number` }),
});

function open() {
  const quickPick = fakeQuickPick<TypedChoice<string>>();
  const answer = askPickMany<string>({
    title: 'Numbers',
    placeholder: '',
    choices: ['1', '2', '3'].map(choice),
    picked: [],
    typed: (text) => text.split(',').filter(Boolean).map(choice),
    validate: (values) => (values.length === 0 ? 'Choose one.' : undefined),
  });
  return { quickPick, answer };
}

describe('askPickMany', () => {
  it('takes what is ticked by hand and what is typed', async () => {
    const { quickPick, answer } = open();
    await quickPick.settle();
    quickPick.tick(1);
    quickPick.type('7');
    await quickPick.settle();
    expect(quickPick.labels()).toEqual(['7', '1', '2', '3']);
    quickPick.enter();
    expect(await answer).toEqual({ kind: 'next', value: ['2', '7'] });
  });

  it('takes every tick and the text away with Clear', async () => {
    const { quickPick, answer } = open();
    await quickPick.settle();
    quickPick.tick(1);
    quickPick.type('7');
    await quickPick.settle();
    quickPick.press('Clear');
    await quickPick.settle();
    expect(quickPick.pick.value).toBe('');
    expect(quickPick.ticked()).toEqual([]);
    expect(quickPick.labels()).toEqual(['1', '2', '3']);
    quickPick.tick(2);
    quickPick.enter();
    expect(await answer).toEqual({ kind: 'next', value: ['3'] });
  });

  it('takes for no tick what the window says back about a list from before', async () => {
    const { quickPick, answer } = open();
    await quickPick.settle();
    quickPick.type('7');
    quickPick.type('7-');
    quickPick.tick(0);
    quickPick.type('89');
    quickPick.tick();
    quickPick.tick(0);
    await quickPick.settle();
    quickPick.type('');
    await quickPick.settle();
    expect(quickPick.labels()).toEqual(['1', '2', '3']);
    quickPick.tick(2);
    quickPick.enter();
    expect(await answer).toEqual({ kind: 'next', value: ['3'] });
  });

  it('counts a tick on the list that it begins with, however soon', async () => {
    const { quickPick, answer } = open();
    quickPick.draw();
    quickPick.tick(1);
    await quickPick.settle();
    quickPick.enter();
    expect(await answer).toEqual({ kind: 'next', value: ['2'] });
  });

  it('shows what counts, and not a tick that came before the window had said which list it shows', async () => {
    const { quickPick, answer } = open();
    await quickPick.settle();
    quickPick.type('7');
    quickPick.draw();
    quickPick.tick(0, 1);
    expect(quickPick.ticked()).toEqual(['7', '1']);
    // Enter meant both.
    quickPick.enter();
    await quickPick.settle();
    expect(quickPick.ticked()).toEqual(['7']);
    await quickPick.settle();
    quickPick.tick(0, 1);
    quickPick.enter();
    expect(await answer).toEqual({ kind: 'next', value: ['1', '7'] });
  });

  it('counts a tick as soon as the window has said which list it shows', async () => {
    const { quickPick, answer } = open();
    await quickPick.settle();
    quickPick.tick(0);
    quickPick.type('7');
    await quickPick.settle();
    quickPick.tick(0, 1, 2);
    quickPick.enter();
    expect(await answer).toEqual({ kind: 'next', value: ['1', '2', '7'] });
  });

  it('takes what is typed with Enter right after the last key', async () => {
    const { quickPick, answer } = open();
    await quickPick.settle();
    quickPick.type('7');
    quickPick.tick();
    quickPick.enter();
    await quickPick.settle();
    expect(await answer).toEqual({ kind: 'next', value: ['7'] });
  });

  it('does not take with an early Enter what is typed after it', async () => {
    const { quickPick, answer } = open();
    await quickPick.settle();
    quickPick.type('7');
    quickPick.enter();
    quickPick.type('78');
    await quickPick.settle();
    expect(quickPick.ticked()).toEqual(['78']);
    quickPick.escape();
    expect(await answer).toBeUndefined();
  });

  it('says what is wrong in the title alone, and moves no row for it', async () => {
    const { quickPick, answer } = open();
    await quickPick.settle();
    quickPick.type('2,x');
    await quickPick.settle();
    expect(quickPick.pick.title).toBe('x is no number');
    expect(quickPick.pick.items.map(({ label, description }) => [label, description])).toEqual([
      ['1', undefined],
      ['2', undefined],
      ['3', undefined],
    ]);
    quickPick.type('2');
    expect(quickPick.pick.title).toBe('Numbers');
    quickPick.escape();
    expect(await answer).toBeUndefined();
  });

  it('says why Enter does nothing', async () => {
    const { quickPick, answer } = open();
    await quickPick.settle();
    quickPick.enter();
    expect(quickPick.pick.title).toBe('Choose one.');
    quickPick.escape();
    expect(await answer).toBeUndefined();
  });
});
