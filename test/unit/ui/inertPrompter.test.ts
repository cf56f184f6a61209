import { window, type StatusBarItem } from 'vscode';
import { describe, expect, it, vi } from 'vitest';
import { inert } from '../../../src/text/inert';
import { inertPrompter } from '../../../src/ui/inertPrompter';
import type {
  Choice,
  InputQuestion,
  PickManyQuestion,
  PickQuestion,
  Prompter,
  SearchQuestion,
} from '../../../src/ui/prompter';
import { createScopeStatus } from '../../../src/features/view/statusBar';
import { buildProfile } from '../../support/buildProfile';

/** The icons that VS Code draws of a text, as its own expression finds them. */
function iconsOf(text: string | undefined): string[] {
  return [...(text ?? '').matchAll(/(\\)?\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/g)].map(([, , id = '']) => id);
}

const name = '$(bug) prod $(flame~spin)';

describe('inert', () => {
  it('leaves nothing that is drawn as an icon, and all that is read', () => {
    expect(iconsOf(name)).toEqual(['bug', 'flame~spin']);
    expect(iconsOf(inert(name))).toEqual([]);
    expect(inert(name)).toBe('$ (bug) prod $ (flame~spin)');
    expect(inert('10.0.10.11 costs $5 (web)')).toBe('10.0.10.11 costs $5 (web)');
  });
});

describe('a question with names in it', () => {
  const row: Choice<number> = { value: 1, label: name, description: name, detail: name };
  const drawn = ({ label, description, detail }: { label: string; description?: string; detail?: string }) =>
    [label, description, detail].map(iconsOf);
  const none = [[], [], []];

  /** What the window is asked to show. */
  function shown(ask: (prompter: Prompter) => unknown) {
    const seen: unknown[] = [];
    const note = (question: unknown): Promise<undefined> => Promise.resolve(void seen.push(question));
    const prompter = { pick: note, pickMany: note, input: note, search: note } as unknown as Prompter;
    ask(inertPrompter(prompter));
    return seen[0];
  }

  it('has no icons in a list', () => {
    const question = { title: '', placeholder: '', choices: [row] };
    const { choices } = shown((prompter) => prompter.pick(question)) as PickQuestion<number>;
    expect(choices.map(drawn)).toEqual([none]);
    expect(choices[0]).toMatchObject({ value: 1 });
  });

  it('has them in a list to tick, also in what is ticked and typed', () => {
    const question = {
      title: '',
      placeholder: '',
      choices: [row],
      picked: [row],
      validate: () => undefined,
      typed: () => [row],
    };
    const asked = shown((prompter) => prompter.pickMany(question)) as PickManyQuestion<number>;
    expect([...asked.choices, ...asked.picked, ...asked.typed('x')].map(drawn)).toEqual([none, none, none]);
  });

  it('has them in what is found, near and far', async () => {
    const question: SearchQuestion<number> = {
      title: '',
      placeholder: '',
      find: () => [row],
      findMore: (_text, _signal, add) => {
        add([row]);
        return Promise.resolve();
      },
    };
    const asked = shown((prompter) => prompter.search(question)) as SearchQuestion<number>;
    const far: unknown[] = [];
    await asked.findMore?.('x', new AbortController().signal, (rows) => far.push(...rows.map(drawn)));
    expect([...asked.find('x').map(drawn), ...far]).toEqual([none, none]);
  });

  it('has none in what an input asks and refuses', () => {
    const question: InputQuestion = { title: '', prompt: name, value: name, validate: (text) => `not ${text}` };
    const asked = shown((prompter) => prompter.input(question)) as InputQuestion;
    expect([iconsOf(asked.prompt), iconsOf(asked.validate?.(name))]).toEqual([[], []]);
    expect(asked.value).toBe(name);
  });
});

it('the status bar shows the name of a profile as it is, with our icon only', () => {
  const item = { show: () => undefined, text: '' } as unknown as StatusBarItem;
  vi.spyOn(window, 'createStatusBarItem').mockReturnValue(item);
  createScopeStatus().show({ profile: buildProfile({ name, protection: 'readOnly' }), regionCode: 'KR' }, []);
  vi.restoreAllMocks();
  expect(iconsOf(item.text)).toEqual(['lock']);
});
