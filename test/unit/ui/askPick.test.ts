import { describe, expect, it } from 'vitest';
import { askPick } from '../../../src/ui/askPick';
import { saying, type Choice, type Notice } from '../../../src/ui/prompter';
import { fakeQuickPick } from '../../support/fakeQuickPick';

const choices: Choice<string>[] = ['pick', 'propose'].map((value) => ({ value, label: value }));
const typed = (text: string): Choice<string> | Notice | undefined => {
  if (!/^\d+$/.test(text)) return undefined;
  return Number(text) > 9 ? { isNotice: true, label: 'too many' } : { value: `typed ${text}`, label: text };
};

async function open() {
  const quickPick = fakeQuickPick<Choice<string>>();
  const answer = askPick<string>({ title: 'How', placeholder: '', choices, typed });
  await quickPick.settle();
  return { quickPick, answer };
}

describe('askPick', () => {
  it('shows a row for what is typed where that is an answer, before the choices', async () => {
    const { quickPick, answer } = await open();
    quickPick.type('p');
    expect([quickPick.labels(), quickPick.lists()]).toEqual([['pick', 'propose'], 1]);
    quickPick.type('7');
    await quickPick.settle();
    expect(quickPick.labels()).toEqual(['7', 'pick', 'propose']);
    quickPick.enter();
    expect(await answer).toEqual({ kind: 'next', value: 'typed 7' });
  });

  it('takes what is typed, when Enter comes before the window has drawn its row', async () => {
    const { quickPick, answer } = await open();
    quickPick.type('7');
    await quickPick.settle();
    // The row of 7 is drawn yet: its place is that of the first choice by now.
    quickPick.type('x');
    quickPick.enter();
    quickPick.type('8');
    quickPick.enter();
    expect(await answer).toEqual({ kind: 'next', value: 'typed 8' });
  });

  it('keeps in sight what it says first, whatever is typed', async () => {
    const question = { title: 'How', ...saying('It is changing.', choices) };
    expect(question.choices).toEqual(choices.map((choice) => ({ ...choice, alwaysShow: true })));
    const quickPick = fakeQuickPick<Choice<string>>();
    const answer = askPick<string>(question);
    await quickPick.settle();
    quickPick.type('10.0.10.9');
    await quickPick.settle();
    expect(quickPick.labels()).toEqual(['It is changing.', 'pick', 'propose']);
    quickPick.enter();
    quickPick.type('');
    await quickPick.settle();
    expect(quickPick.labels()).toEqual(['pick', 'propose']);
    quickPick.enter();
    expect(await answer).toEqual({ kind: 'next', value: 'pick' });
  });

  it('takes no row that only says something', async () => {
    const { quickPick, answer } = await open();
    quickPick.type('12');
    await quickPick.settle();
    expect(quickPick.labels()).toEqual(['too many', 'pick', 'propose']);
    quickPick.enter();
    quickPick.type('');
    expect(quickPick.labels()).toEqual(['pick', 'propose']);
    await quickPick.settle();
    quickPick.enter();
    expect(await answer).toEqual({ kind: 'next', value: 'pick' });
  });
});
