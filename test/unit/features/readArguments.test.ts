import { describe, expect, it } from 'vitest';
import { flagOption, numberOption, readArguments, textOption, textsOption } from '../../../src/features/readArguments';
import type { Subject, TreeNode } from '../../../src/tree/node';
import { buildScope } from '../../support/buildProfile';

const scope = buildScope();

function nodeOf(networkInterfaceNo: string): TreeNode {
  const subject: Subject = { kind: 'interface', scope, networkInterfaceNo };
  return { id: `nic-${networkInterfaceNo}`, parent: undefined, subject, item: () => ({}), children: () => [] };
}
const [a, b, c] = ['1', '2', '3'].map(nodeOf) as [TreeNode, TreeNode, TreeNode];

describe('readArguments', () => {
  it('takes the palette for a call without anything', () => {
    expect(readArguments([])).toEqual({ subjects: [], options: {}, isProgrammatic: false });
  });

  it.each([[undefined], [null], ['text'], [7]])('takes %j for nothing', (first) => {
    expect(readArguments([first])).toEqual({ subjects: [], options: {}, isProgrammatic: false });
  });

  it('takes a clicked node for what is meant', () => {
    expect(readArguments([a]).subjects).toEqual([a.subject]);
    expect(readArguments([a, undefined]).subjects).toEqual([a.subject]);
  });

  it('takes all selected nodes, the clicked one first', () => {
    expect(readArguments([b, [a, b, c]]).subjects).toEqual([b.subject, a.subject, c.subject]);
  });

  it('takes the clicked node alone when it is not among the selected ones', () => {
    expect(readArguments([c, [a, b]]).subjects).toEqual([c.subject]);
  });

  it('recognizes a selected node by its id: a refresh makes new objects', () => {
    expect(readArguments([nodeOf('2'), [a, b]]).subjects).toEqual([b.subject, a.subject]);
  });

  it('passes over what is no node in a selection', () => {
    expect(readArguments([a, [a, undefined, 'x', {}]]).subjects).toEqual([a.subject]);
  });

  it('takes a node of the history for its change', () => {
    expect(readArguments([{ kind: 'entry', entryId: 'e1', entry: {} }])).toMatchObject({ subjects: [], entryId: 'e1' });
  });

  it('takes a drop for addresses and where they go', () => {
    const dragged: Subject = {
      kind: 'address',
      scope,
      networkInterfaceNo: '1',
      address: '10.0.10.20',
      role: 'secondary',
    };
    const read = readArguments([{ dragged: [dragged], target: b.subject }]);
    expect(read).toEqual({ subjects: [dragged], others: [b.subject], options: { to: '2' }, isProgrammatic: false });
  });

  it('takes any other object for answers, of code when they say something about confirming', () => {
    const answers = { networkInterfaceNo: '1', count: 2 };
    expect(readArguments([answers])).toEqual({ subjects: [], options: answers, isProgrammatic: false });
    expect(readArguments([{ ...answers, confirm: false }]).isProgrammatic).toBe(true);
    expect(readArguments([{ ...answers, confirm: true }]).isProgrammatic).toBe(true);
  });
});

describe('options', () => {
  const options = { text: 'x', empty: '', texts: ['x', 'y'], number: 3, flag: false, none: null };

  it('are undefined where absent', () => {
    const read = [textOption, textsOption, numberOption, flagOption].map((option) => option(options, 'absent'));
    expect(read).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('are read by their type', () => {
    expect(textOption(options, 'text')).toBe('x');
    expect(textOption(options, 'empty')).toBe('');
    expect(textsOption(options, 'texts')).toEqual(['x', 'y']);
    expect(textsOption({ texts: [] }, 'texts')).toEqual([]);
    expect(numberOption(options, 'number')).toBe(3);
    expect(flagOption(options, 'flag')).toBe(false);
  });

  it.each([
    ['a text', textOption, 3],
    ['a text', textOption, null],
    ['a list of texts', textsOption, 'x'],
    ['a list of texts', textsOption, ['x', 1]],
    ['a whole number', numberOption, '3'],
    ['a whole number', numberOption, 2.5],
    ['a whole number', numberOption, Number.NaN],
    ['a flag', flagOption, 'false'],
    ['a flag', flagOption, 0],
  ])('are refused by name when they are not %s', (_, option, value) => {
    expect(() => option({ wanted: value }, 'wanted')).toThrow(/^wanted must be/);
  });
});
