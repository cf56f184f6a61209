import { expect, onTestFinished } from 'vitest';
import { createMultiSelection, type MultiSelection } from '../../src/ui/multiSelection';
import type {
  Answer,
  Choice,
  Confirmation,
  InputQuestion,
  PickManyQuestion,
  PickQuestion,
  Position,
  Prompter,
  SearchQuestion,
} from '../../src/ui/prompter';

/** What is done to a list to tick: typing replaces the text, then ticks are set and taken away by label. */
export interface Ticks {
  readonly type?: string;
  readonly tick?: readonly string[];
  readonly untick?: readonly string[];
}

/** One thing the user does. */
export type Reply =
  | { readonly kind: 'pick'; readonly label: string }
  | { readonly kind: 'many'; readonly ticks: Ticks }
  | { readonly kind: 'text'; readonly text: string }
  /** Types into a search, then takes one of what both near and far sources found. */
  | { readonly kind: 'search'; readonly text: string; readonly label: string }
  | { readonly kind: 'confirm'; readonly yes: boolean }
  /** Presses Enter and is told `because`; the question stays open for the next reply. */
  | { readonly kind: 'refused'; readonly attempt: Ticks | string; readonly because: string }
  | { readonly kind: 'back'; readonly draft?: Ticks | string }
  | { readonly kind: 'dismiss' };

/** The words of a script. */
export const user = {
  picks: (label: string): Reply => ({ kind: 'pick', label }),
  ticks: (ticks: Ticks): Reply => ({ kind: 'many', ticks }),
  types: (text: string): Reply => ({ kind: 'text', text }),
  finds: (text: string, label: string): Reply => ({ kind: 'search', text, label }),
  says: (yes: boolean): Reply => ({ kind: 'confirm', yes }),
  isRefused: (attempt: Ticks | string, because: string): Reply => ({ kind: 'refused', attempt, because }),
  goesBack: (draft?: Ticks | string): Reply => ({ kind: 'back', ...(draft !== undefined && { draft }) }),
  dismisses: (): Reply => ({ kind: 'dismiss' }),
};

/** A question as it was asked. */
export interface Asked extends Position {
  readonly kind: 'pick' | 'pickMany' | 'input' | 'search' | 'confirm';
  readonly words: string;
  /** Labels without icons; separators left out. */
  readonly choices: readonly string[];
  /** What stood there before the user did anything: the active choice, the ticks, the text. */
  readonly initially: readonly string[];
}

export interface ScriptedPrompter extends Prompter {
  readonly asked: readonly Asked[];
}

/**
 * Answers by script, through the validation of the questions themselves: an answer that the user could not have given
 * fails the test, and so does one that nobody asked for.
 */
export function scriptedPrompter(...script: readonly Reply[]): ScriptedPrompter {
  const left = [...script];
  const asked: Asked[] = [];
  onTestFinished(() => {
    if (left.length > 0) throw new Error(`Never asked for: ${JSON.stringify(left)}`);
  });
  const next = (words: string): Reply => {
    const reply = left.shift();
    if (!reply) throw new Error(`Nothing in the script for: ${words}`);
    return reply;
  };
  const note = (
    kind: Asked['kind'],
    position: Position,
    about: Pick<Asked, 'words' | 'choices' | 'initially'>,
  ): void => {
    const { title, step, totalSteps, canGoBack } = position;
    asked.push({
      kind,
      title,
      ...(step !== undefined && { step }),
      ...(totalSteps !== undefined && { totalSteps }),
      ...(canGoBack !== undefined && { canGoBack }),
      ...about,
    });
  };

  return {
    asked,
    pick<T>(question: PickQuestion<T>): Promise<Answer<T>> {
      const choices = question.choices.filter((choice): choice is Choice<T> => 'value' in choice);
      const active = choices.filter(({ value }) => question.active?.(value) === true).slice(0, 1);
      const words = question.placeholder;
      note('pick', question, { words, choices: choices.map(plainLabel), initially: active.map(plainLabel) });
      for (;;) {
        const reply = next(words);
        if (reply.kind === 'back') return Promise.resolve(goBack(question, {}));
        if (reply.kind === 'dismiss') return Promise.resolve(undefined);
        if (reply.kind === 'refused' && typeof reply.attempt === 'string') {
          expectRefusal(words, question.typed?.(reply.attempt)?.label, reply.because);
          continue;
        }
        const typed = reply.kind === 'text' ? question.typed?.(reply.text) : undefined;
        if (typed && 'value' in typed) return Promise.resolve({ kind: 'next', value: typed.value });
        if (reply.kind !== 'pick') throw mismatch(words, reply);
        return Promise.resolve({ kind: 'next', value: choose(choices, reply.label).value });
      }
    },
    pickMany<T>(question: PickManyQuestion<T>): Promise<Answer<readonly T[]>> {
      const selection = createMultiSelection(question);
      const values = (): T[] => selection.ticked.map(({ value }) => value);
      const words = question.placeholder;
      const choices = selection.shown.map(plainLabel);
      note('pickMany', question, { words, choices, initially: selection.ticked.map(plainLabel) });
      for (;;) {
        const reply = next(words);
        if (reply.kind === 'dismiss') return Promise.resolve(undefined);
        if (reply.kind === 'refused' && typeof reply.attempt !== 'string') {
          act(selection, reply.attempt);
          expectRefusal(words, selection.message, reply.because);
        } else if (reply.kind === 'back') {
          if (typeof reply.draft === 'object') act(selection, reply.draft);
          return Promise.resolve(goBack(question, { value: values() }));
        } else if (reply.kind === 'many') {
          act(selection, reply.ticks);
          if (selection.message !== undefined) throw new Error(`Refused: ${selection.message}`);
          return Promise.resolve({ kind: 'next', value: values() });
        } else throw mismatch(words, reply);
      }
    },
    input(question: InputQuestion): Promise<Answer<string>> {
      const words = question.prompt;
      note('input', question, { words, choices: [], initially: [question.value ?? ''] });
      for (;;) {
        const reply = next(words);
        if (reply.kind === 'dismiss') return Promise.resolve(undefined);
        if (reply.kind === 'refused' && typeof reply.attempt === 'string') {
          expectRefusal(words, question.validate?.(reply.attempt), reply.because);
        } else if (reply.kind === 'back') {
          if (typeof reply.draft === 'string') question.follow?.(reply.draft);
          const value = typeof reply.draft === 'string' ? reply.draft : (question.value ?? '');
          return Promise.resolve(goBack(question, { value }));
        } else if (reply.kind === 'text') {
          question.follow?.(reply.text);
          const message = question.validate?.(reply.text);
          if (message !== undefined) throw new Error(`Refused: ${message}`);
          return Promise.resolve({ kind: 'next', value: reply.text });
        } else throw mismatch(words, reply);
      }
    },
    async search<T>(question: SearchQuestion<T>): Promise<Answer<T>> {
      const { placeholder: words, value = '' } = question;
      note('search', question, { words, choices: question.find(value).map(plainLabel), initially: [value] });
      const reply = next(words);
      if (reply.kind === 'dismiss') return undefined;
      if (reply.kind === 'back') return goBack(question, {});
      if (reply.kind !== 'search') throw mismatch(words, reply);
      const rows = [...question.find(reply.text)];
      await question.findMore?.(reply.text, new AbortController().signal, (more) => rows.push(...more));
      const takable = rows.filter((row) => 'value' in row);
      return { kind: 'next', value: choose(takable, reply.label).value };
    },
    confirm({ message, detail, instead }: Confirmation): Promise<boolean> {
      note('confirm', { title: message }, { words: detail, choices: [], initially: [] });
      const reply = next(message);
      if (reply.kind === 'pick' && reply.label === instead?.label) return instead.ask();
      if (reply.kind !== 'confirm') throw mismatch(message, reply);
      return Promise.resolve(reply.yes);
    },
  };
}

function plainLabel({ label }: { readonly label: string }): string {
  return label.replaceAll(/\$\([\w~-]+\) ?/g, '');
}

/** The one choice with this label, or else the one that contains it. */
function choose<T>(choices: readonly Choice<T>[], label: string): Choice<T> {
  const exact = choices.filter((choice) => plainLabel(choice) === label);
  const fits = exact.length > 0 ? exact : choices.filter((choice) => plainLabel(choice).includes(label));
  const [choice] = fits;
  if (fits.length === 1 && choice) return choice;
  throw new Error(`${fits.length} choices are "${label}": ${choices.map(plainLabel).join(' | ')}`);
}

function act<T>(selection: MultiSelection<T>, { type, tick = [], untick = [] }: Ticks): void {
  if (type !== undefined) selection.type(type);
  const shown = new Set(selection.shown.map(({ label }) => label));
  const absent = [...tick, ...untick].filter((label) => !shown.has(label));
  if (absent.length > 0) throw new Error(`Not in the list: ${absent.join(', ')}`);
  const labels = new Set([...selection.ticked.map(({ label }) => label), ...tick]);
  for (const label of untick) labels.delete(label);
  selection.tick(labels);
}

function goBack<T>({ canGoBack, title }: Position, draft: { readonly value?: T }): Answer<T> {
  if (canGoBack !== true) throw new Error(`There is no Back in: ${title}`);
  return { kind: 'back', ...draft };
}

function expectRefusal(words: string, message: string | undefined, because: string): void {
  expect(message ?? '', `the refusal of "${words}"`).toContain(because);
}

function mismatch(words: string, reply: Reply): Error {
  return new Error(`"${words}" cannot be answered with ${JSON.stringify(reply)}`);
}
