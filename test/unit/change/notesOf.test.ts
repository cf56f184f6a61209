import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../src/change/journalEntry';
import { notesOf } from '../../../src/change/notesOf';
import type { Intent } from '../../../src/plan/intent';
import { buildEntry, buildPlan, buildRecord, buildStep } from '../../support/buildEntry';

const [first, second] = ['10.0.10.11', '10.0.10.12'] as const;
const backOff: Intent = {
  items: [{ kind: 'unassign', networkInterfaceNo: '701236', secondaryIps: [first, second] }],
  undoes: 'entry-1',
};

/** The undo of an assignment of two addresses. */
function undoing(entry: Partial<JournalEntry> = {}): JournalEntry {
  const plan = buildPlan({ steps: [buildStep({ action: 'unassignSecondaryIps' })], undoes: 'entry-1' });
  return buildEntry({ id: 'entry-2', intent: backOff, plan, undoes: 'entry-1', ...entry });
}

const became = (...results: readonly ('applied' | 'notApplied' | 'unknown')[]) =>
  buildRecord({
    step: buildStep({ action: 'unassignSecondaryIps' }),
    result: 'partly',
    addresses: results.map((result, index) => ({ address: [first, second][index]!, result })),
  });

describe('notesOf', () => {
  it('notes nothing for a change that is about no other one', () => expect(notesOf(buildEntry())).toEqual([]));

  it('notes an undo that took everything back', () =>
    expect(notesOf(undoing())).toEqual([{ id: 'entry-1', note: { undoneBy: 'entry-2' } }]));

  it('names the addresses, with their subnet, of an undo that took back a part', () => {
    const partly = undoing({ result: 'partly', steps: [became('applied', 'notApplied')] });
    expect(notesOf(partly)).toEqual([{ id: 'entry-1', note: { takenBack: [`3104 ${first}`] } }]);
    const lost = undoing({ result: 'unknown', steps: [became('unknown', 'applied')] });
    expect(notesOf(lost)).toEqual([{ id: 'entry-1', note: { takenBack: [`3104 ${second}`] } }]);
  });

  it('does not call a change undone of which something stays unknown', () => {
    const part = undoing({ intent: { ...backOff, undoesPart: true } });
    expect(notesOf(part)).toEqual([{ id: 'entry-1', note: { takenBack: [`3104 ${first}`, `3104 ${second}`] } }]);
  });

  it('counts an address as taken back only where it was to be taken back to', () => {
    const half = undoing({
      intent: { items: [{ kind: 'move', networkInterfaceNo: '701236', secondaryIps: [first] }], undoes: 'entry-1' },
      result: 'partly',
      steps: [became('applied', 'notApplied')],
    });
    expect(notesOf(half)).toEqual([]);
  });

  it('notes nothing for an undo of which nothing happened, or that is not finished', () => {
    expect(notesOf(undoing({ result: 'notApplied', steps: [became('notApplied', 'notApplied')] }))).toEqual([]);
    expect(notesOf(undoing({ state: 'open' }))).toEqual([]);
  });

  it('notes a retry from its start, and of the retry of an undo both', () => {
    const retry = buildEntry({ id: 'entry-3', state: 'open', intent: { items: [], retries: 'entry-2' } });
    expect(notesOf(retry)).toEqual([{ id: 'entry-2', note: { retriedBy: 'entry-3' } }]);
    expect(notesOf(undoing({ id: 'entry-3', intent: { ...backOff, retries: 'entry-2' } }))).toEqual([
      { id: 'entry-2', note: { retriedBy: 'entry-3' } },
      { id: 'entry-1', note: { undoneBy: 'entry-3' } },
    ]);
  });
});
