import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../src/features/readArguments';
import type { HistoryNode } from '../../../src/tree/historyItem';
import type { Subject, TreeNode } from '../../../src/tree/node';
import { buildScope } from '../../support/buildProfile';

const scope = buildScope();
const id = 'ncloudIp.assignSecondaryIps';

function nodeOf(networkInterfaceNo: string): TreeNode {
  const subject: Subject = { kind: 'interface', scope, networkInterfaceNo };
  return { id: `nic-${networkInterfaceNo}`, parent: undefined, subject, item: () => ({}), children: () => [] };
}
const [a, b, c] = ['1', '2', '3'].map(nodeOf) as [TreeNode, TreeNode, TreeNode];

describe('readArguments', () => {
  it('takes the palette for a call without anything', () => {
    expect(readArguments(id, [])).toEqual({ subjects: [], options: {}, isProgrammatic: false });
  });

  it.each([[undefined], [null], ['text'], [7]])('takes %j for nothing', (first) => {
    expect(readArguments(id, [first])).toEqual({ subjects: [], options: {}, isProgrammatic: false });
  });

  it('takes a clicked node for what is meant', () => {
    expect(readArguments(id, [a]).subjects).toEqual([a.subject]);
    expect(readArguments(id, [a, undefined]).subjects).toEqual([a.subject]);
  });

  it('takes all selected nodes, the clicked one first', () => {
    expect(readArguments(id, [b, [a, b, c]]).subjects).toEqual([b.subject, a.subject, c.subject]);
  });

  it('takes the clicked node alone when it is not among the selected ones', () => {
    expect(readArguments(id, [c, [a, b]]).subjects).toEqual([c.subject]);
  });

  it('recognizes a selected node by its id: a refresh makes new objects', () => {
    expect(readArguments(id, [nodeOf('2'), [a, b]]).subjects).toEqual([b.subject, a.subject]);
  });

  it('passes over what is no node in a selection', () => {
    expect(readArguments(id, [a, [a, undefined, 'x', {}]]).subjects).toEqual([a.subject]);
  });

  it('takes a node of the history for its change', () => {
    expect(readArguments(id, [{ kind: 'entry', entryId: 'e1', entry: {} }])).toMatchObject({
      subjects: [],
      entryId: 'e1',
    });
  });

  it('takes a drop for addresses and where they go', () => {
    const dragged: Subject = {
      kind: 'address',
      scope,
      networkInterfaceNo: '1',
      address: '10.0.10.20',
      role: 'secondary',
    };
    const read = readArguments(id, [{ dragged: [dragged], target: b.subject }]);
    expect(read).toEqual({ subjects: [dragged], others: [b.subject], options: { to: '2' }, isProgrammatic: false });
  });

  it('takes a plain object for answers, of code when they say so or whether there is a review', () => {
    const answers = { networkInterfaceNo: '1', count: 2 };
    expect(readArguments(id, [answers])).toEqual({ subjects: [], options: answers, isProgrammatic: false });
    expect(readArguments(id, [{ ...answers, interactive: false }]).isProgrammatic).toBe(true);
    expect(readArguments(id, [{ ...answers, confirm: false }]).isProgrammatic).toBe(true);
    expect(readArguments(id, [{ ...answers, confirm: true }]).isProgrammatic).toBe(true);
    expect(readArguments(id, [{ ...answers, interactive: true, confirm: false }]).isProgrammatic).toBe(false);
  });

  it.each([
    { kind: 'day', day: '2026-01-31', entries: [] },
    { kind: 'problem', error: new Error() },
    { kind: 'reading' },
    { kind: 'filter', words: 'x', shown: 1, total: 2 },
    { kind: 'noMatch' },
  ] satisfies HistoryNode[])('takes a row of the history that is no change for nothing: $kind', (row) => {
    expect(readArguments('ncloudIp.filterHistory', [row])).toEqual({
      subjects: [],
      options: {},
      isProgrammatic: false,
    });
  });

  it('takes the address that a button over an editor hands over for its document, and no other object for anything', () => {
    const uri = { scheme: 'ncloud-ip', path: '/interface/7.md' };
    expect(readArguments('ncloudIp.copyDocument', [uri, { groupId: 0 }]).options).toEqual({ path: uri.path });
    expect(readArguments(id, [new Date()])).toEqual({ subjects: [], options: {}, isProgrammatic: false });
  });
});
