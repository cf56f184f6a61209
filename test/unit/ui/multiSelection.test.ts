import { describe, expect, it } from 'vitest';
import { createMultiSelection, type MultiSelection } from '../../../src/ui/multiSelection';
import type { PickManyQuestion, TypedChoice } from '../../../src/ui/prompter';

const listed = ['10.0.10.8', '10.0.10.9', '10.0.10.11'];
const choice = (label: string): TypedChoice<string> => ({
  value: label,
  label,
  ...(!/^10\.0\.10\.\d{1,3}$/.test(label) && { problem: `${label} is no address` }),
  ...(label === '10.0' && { isUnfinished: true }),
  ...(label === '10.0.10.1' && { problem: '10.0.10.1 is reserved' }),
});

function open(picked: readonly string[] = [], most = 5): MultiSelection<string> {
  const question: PickManyQuestion<string> = {
    title: 'Addresses',
    placeholder: 'Tick or type',
    choices: listed.map(choice),
    picked: picked.map(choice),
    typed: (text) =>
      text
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map(choice),
    validate: (values) => {
      if (values.length === 0) return 'Choose one.';
      return values.length > most ? `${values.length} are too many.` : undefined;
    },
  };
  return createMultiSelection(question);
}
const labels = (choices: readonly { label: string }[]): string[] => choices.map(({ label }) => label);

/** Types letter by letter, as people do. */
function typeSlowly(selection: MultiSelection<string>, text: string): void {
  for (let end = 1; end <= text.length; end++) selection.type(text.slice(0, end));
}

describe('multiSelection', () => {
  it('starts with the list, and with what was picked before on top of it', () => {
    const selection = open(['10.0.10.40', '10.0.10.9']);
    expect(labels(selection.shown)).toEqual(['10.0.10.40', '10.0.10.9', '10.0.10.8', '10.0.10.11']);
    expect(labels(selection.ticked)).toEqual(['10.0.10.40', '10.0.10.9']);
    expect(selection.message).toBeUndefined();
  });

  it('says what the question says of nothing, and of too much', () => {
    const selection = open([], 2);
    expect(selection.message).toBe('Choose one.');
    selection.tick(new Set(listed));
    expect(selection.message).toBe('3 are too many.');
  });

  describe('typing', () => {
    it('ticks what the text says, in the list or not, in the order typed', () => {
      const selection = open();
      selection.type('10.0.10.40, 10.0.10.8');
      expect(labels(selection.ticked)).toEqual(['10.0.10.40', '10.0.10.8']);
      expect(labels(selection.shown)).toEqual(['10.0.10.40', '10.0.10.8', '10.0.10.9', '10.0.10.11']);
    });

    it('leaves no half-typed word behind', () => {
      const selection = open();
      typeSlowly(selection, '10.0.10.112');
      expect(labels(selection.ticked)).toEqual(['10.0.10.112']);
    });

    it('leaves no half-typed word behind when the text is deleted letter by letter either', () => {
      const selection = open();
      typeSlowly(selection, '10.0.10.112');
      for (let end = 10; end >= 0; end--) selection.type('10.0.10.112'.slice(0, end));
      expect(labels(selection.ticked)).toEqual([]);
    });

    it.each([',', ' ', ';', '\n', ', '])(
      'ticks words that a separator (%j) finished only for as long as they are typed',
      (separator) => {
        const selection = open();
        typeSlowly(selection, `10.0.10.40${separator}10.0.10.41`);
        expect(labels(selection.ticked)).toEqual(['10.0.10.40', '10.0.10.41']);
        selection.type('10.0.10.50');
        expect(labels(selection.ticked)).toEqual(['10.0.10.50']);
      },
    );

    it('takes a pasted list as a whole, and gives it up as a whole', () => {
      const selection = open(['10.0.10.9']);
      const pasted = Array.from({ length: 40 }, (_, index) => `10.0.10.${index + 100}`);
      selection.type(pasted.join('\n') + '\n');
      expect(selection.message).toBe('41 are too many.');
      selection.type('10.0.10.40\n');
      expect(labels(selection.ticked)).toEqual(['10.0.10.9', '10.0.10.40']);
      expect(selection.message).toBeUndefined();
    });

    it('counts an address once that is picked, ticked and typed', () => {
      const selection = open(['10.0.10.8']);
      selection.tick(new Set(['10.0.10.8', '10.0.10.9']));
      selection.type('10.0.10.8 10.0.10.9');
      expect(labels(selection.ticked)).toEqual(['10.0.10.8', '10.0.10.9']);
    });

    it('makes no row of a word with a problem, does not tick it, and says why nothing can be accepted', () => {
      const selection = open(['10.0.10.8']);
      selection.type('10.0.10.40 web-01');
      expect(labels(selection.shown)).not.toContain('web-01');
      expect(selection.remark).toBe('web-01 is no address');
      expect(labels(selection.ticked)).toEqual(['10.0.10.8', '10.0.10.40']);
      expect(selection.message).toBe('web-01 is no address');
      selection.type('10.0.10.40');
      expect(selection.message).toBeUndefined();
    });

    it('leaves every row of the list where it is while words are typed and ticked', () => {
      const selection = open(['10.0.10.9']);
      const places = labels(selection.shown);
      for (const text of ['10.0.10.1', '10.0.10.11', '10.0.10.11, web', '']) {
        selection.type(text);
        expect(labels(selection.shown)).toEqual(places);
      }
      selection.tick(new Set(['10.0.10.11']));
      expect(labels(selection.shown)).toEqual(places);
    });

    it('says nothing of a word that is typed on before it shall be accepted', () => {
      const selection = open();
      selection.type('10.0');
      expect(selection.remark).toBeUndefined();
      expect(selection.message).toBe('10.0 is no address');
    });

    it('never keeps a finished word that has a problem', () => {
      const selection = open();
      selection.type('web-01, ');
      selection.type('');
      expect(selection.ticked).toEqual([]);
      expect(labels(selection.shown)).toEqual(listed);
    });
  });

  describe('ticking', () => {
    it('keeps ticks whatever is typed afterwards', () => {
      const selection = open();
      selection.tick(new Set(['10.0.10.9']));
      selection.type('10.0.10.40');
      selection.type('');
      expect(labels(selection.ticked)).toEqual(['10.0.10.9']);
    });

    it('takes away what was picked', () => {
      const selection = open(['10.0.10.8', '10.0.10.9']);
      selection.tick(new Set(['10.0.10.9']));
      expect(labels(selection.ticked)).toEqual(['10.0.10.9']);
    });

    it('takes away what is typed, and keeps it away while its text stands there', () => {
      const selection = open();
      selection.type('10.0.10.40, 10.0.10.41');
      selection.tick(new Set(['10.0.10.41']));
      expect(labels(selection.ticked)).toEqual(['10.0.10.41']);
      selection.type('10.0.10.40, 10.0.10.41, 10.0.10.42');
      expect(labels(selection.ticked).sort()).toEqual(['10.0.10.41', '10.0.10.42']);
    });

    it('counts a word again that is typed anew after its tick was taken away', () => {
      const selection = open();
      selection.type('10.0.10.40');
      selection.tick(new Set());
      selection.type('');
      selection.type('10.0.10.40');
      expect(labels(selection.ticked)).toEqual(['10.0.10.40']);
    });

    it('counts a word that is pasted after its tick was taken away in the list', () => {
      const selection = open(['10.0.10.8']);
      selection.tick(new Set());
      selection.type('10.0.10.8');
      expect(labels(selection.ticked)).toEqual(['10.0.10.8']);
    });

    it('keeps what was ticked by hand when what was typed with it goes', () => {
      const selection = open();
      selection.type('10.0.10.40, 10.0.10.1');
      selection.tick(new Set(['10.0.10.40', '10.0.10.9']));
      selection.type('10.0.10.110');
      expect(labels(selection.ticked)).toEqual(['10.0.10.9', '10.0.10.110']);
    });

    it('keeps nothing after Clear, picked, ticked or typed', () => {
      const selection = open(['10.0.10.8']);
      selection.tick(new Set(['10.0.10.8', '10.0.10.9']));
      selection.type('10.0.10.40');
      selection.clear();
      expect(selection.ticked).toEqual([]);
      expect(labels(selection.shown)).toEqual(listed);
      selection.type('10.0.10.40');
      expect(labels(selection.ticked)).toEqual(['10.0.10.40']);
    });

    it('keeps a typed word that was unticked and ticked again', () => {
      const selection = open();
      selection.type('10.0.10.40');
      selection.tick(new Set());
      selection.tick(new Set(['10.0.10.40']));
      selection.type('');
      expect(labels(selection.ticked)).toEqual(['10.0.10.40']);
    });
  });
});
