import { describe, expect, it } from 'vitest';
import type { Answer, Position } from '../../../src/ui/prompter';
import { runWizard, type WizardStep } from '../../../src/ui/wizard';

interface State {
  readonly kind?: string;
  readonly name?: string;
  readonly extra?: string;
}

/** A wizard whose questions are answered in turn; it notes what was asked where, and what the question knew. */
function wizard(answers: Answer<State>[], needs: Partial<Record<keyof State, (state: State) => boolean>> = {}) {
  const asked: string[] = [];
  const known: State[] = [];
  const step = (key: keyof State): WizardStep<State> => ({
    ...(needs[key] && { isNeeded: needs[key] }),
    ask(state, { step: at, totalSteps, canGoBack }: Position) {
      asked.push(`${key} ${at}/${totalSteps}${canGoBack ? ' back' : ''}`);
      known.push(state);
      if (answers.length === 0) throw new Error(`${key} was not expected`);
      return Promise.resolve(answers.shift());
    },
  });
  const run = (start: State = {}): Promise<State | undefined> =>
    runWizard('Title', [step('kind'), step('name'), step('extra')], start);
  return { asked, known, run };
}
const next = (value: State): Answer<State> => ({ kind: 'next', value });
const back = (value?: State): Answer<State> => ({ kind: 'back', ...(value && { value }) });

describe('wizard', () => {
  it('asks in order, counts its steps, and gives back what was answered', async () => {
    const { asked, run } = wizard([next({ kind: 'a' }), next({ kind: 'a', name: 'b' }), next({ extra: 'c' })]);
    expect(await run()).toEqual({ extra: 'c' });
    expect(asked).toEqual(['kind 1/3', 'name 2/3 back', 'extra 3/3 back']);
  });

  it('ends without a result when any question is dismissed', async () => {
    const { asked, run } = wizard([next({ kind: 'a' }), undefined]);
    expect(await run()).toBeUndefined();
    expect(asked).toHaveLength(2);
  });

  it('gives back the start when no question is needed', async () => {
    const never = (): boolean => false;
    const { run } = wizard([], { kind: never, name: never, extra: never });
    expect(await run({ kind: 'given' })).toEqual({ kind: 'given' });
  });

  it('counts only the steps that are needed by what is known now', async () => {
    const isLong = ({ kind }: State): boolean => kind === 'long';
    const { asked, run } = wizard([next({ kind: 'long' }), next({ kind: 'long' }), next({ kind: 'long' })], {
      extra: isLong,
    });
    await run();
    expect(asked).toEqual(['kind 1/2', 'name 2/3 back', 'extra 3/3 back']);
  });

  it('has no Back in its first question, also when earlier ones were skipped', async () => {
    const { asked, run } = wizard([next({}), next({})], { kind: () => false });
    await run();
    expect(asked).toEqual(['name 1/2', 'extra 2/2 back']);
  });

  it('goes back to the question before with every answer kept', async () => {
    const { asked, known, run } = wizard([
      next({ kind: 'a' }),
      next({ kind: 'a', name: 'b' }),
      back(),
      back(),
      next({ kind: 'c', name: 'b' }),
      next({ kind: 'c', name: 'd' }),
      next({ kind: 'c', name: 'd', extra: 'e' }),
    ]);
    expect(await run()).toEqual({ kind: 'c', name: 'd', extra: 'e' });
    expect(asked.map((line) => line.split(' ')[0])).toEqual(['kind', 'name', 'extra', 'name', 'kind', 'name', 'extra']);
    expect(known.slice(3)).toEqual([
      { kind: 'a', name: 'b' },
      { kind: 'a', name: 'b' },
      { kind: 'c', name: 'b' },
      { kind: 'c', name: 'd' },
    ]);
  });

  it('keeps what was typed in a question that was left by Back', async () => {
    const { known, run } = wizard([
      next({ kind: 'a' }),
      back({ kind: 'a', name: 'half' }),
      next({ kind: 'a', name: 'half' }),
      undefined,
    ]);
    await run();
    expect(known[3]).toEqual({ kind: 'a', name: 'half' });
  });

  it('jumps over questions that were not asked on its way back', async () => {
    const { asked, run } = wizard([next({}), back(), undefined], { name: () => false });
    await run();
    expect(asked).toEqual(['kind 1/2', 'extra 2/2 back', 'kind 1/2']);
  });

  it('does not go back to a question that its own answer made needless', async () => {
    const { asked, run } = wizard([next({}), next({ name: 'settled' }), back(), undefined], {
      name: ({ name }) => name === undefined,
    });
    await run();
    expect(asked).toEqual(['kind 1/3', 'name 2/3 back', 'extra 3/3 back', 'kind 1/2']);
  });

  it('does not go back to a step that answered without asking', async () => {
    const silent: Answer<State> = { kind: 'next', value: { kind: 'a', name: 'found' }, unasked: true };
    const { asked, run } = wizard([next({ kind: 'a' }), silent, back(), undefined]);
    await run();
    expect(asked).toEqual(['kind 1/3', 'name 2/3 back', 'extra 2/2 back', 'kind 1/3']);
  });

  it('shows its title with every question', async () => {
    const titles: string[] = [];
    const step: WizardStep<State> = {
      ask(state, { title }) {
        titles.push(title);
        return Promise.resolve(next(state));
      },
    };
    await runWizard('Assign', [step, step], {});
    expect(titles).toEqual(['Assign', 'Assign']);
  });
});
