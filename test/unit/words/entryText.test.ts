import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../src/change/journalEntry';
import { entryDocument, resultText } from '../../../src/words/entryText';
import { buildEntry, buildPlan, buildRecord, buildStep } from '../../support/buildEntry';
import { expectGolden } from '../../support/goldenText';
import { canRedo, canRetry, canUndo } from '../../../src/change/entryPolicy';

const missed = buildRecord({
  result: 'notApplied',
  addresses: [{ address: '10.0.10.11', result: 'notApplied' }],
});

const before = [{ networkInterfaceNo: '701236', secondaryIpList: [] }];
const unknown = (address: string) => ({ address, result: 'unknown', reason: 'unreadable' }) as const;
const lost = buildRecord({ result: 'unknown', before, addresses: [unknown('10.0.10.11')] });
const lostCount = buildRecord({
  step: buildStep({ secondaryIps: [], count: 1 }),
  result: 'unknown',
  before,
  addresses: [unknown('10.0.10.11')],
});
const bothKeys = ['3104 10.0.10.11', '3104 10.0.10.12'];

describe('canUndo', () => {
  it.each<[string, boolean, Partial<JournalEntry>]>([
    ['a change that was carried out', true, {}],
    ['a change of which a part was carried out', true, { result: 'partly', steps: [missed, buildRecord()] }],
    ['an undo: Redo is for those', false, { undoes: 'entry-0' }],
    ['a redo, which is a change like any other', true, { undoes: 'entry-0', plan: buildPlan({ isRedo: true }) }],
    ['a change of which all that is left is unknown, but may be in place', true, { result: 'unknown', steps: [lost] }],
    [
      'a count that was lost: what it brought is not to be told any more',
      false,
      { result: 'unknown', steps: [lostCount] },
    ],
    ['a change of which a part was taken back', true, { takenBack: ['3104 10.0.10.11'] }],
    ['a change of which everything was taken back in parts', false, { takenBack: bothKeys }],
    ['a change that was undone', false, { undoneBy: 'entry-2' }],
    ['a change that is not finished', false, { state: 'open' }],
    ['a change of which nothing was carried out', false, { result: 'notApplied', steps: [missed] }],
  ])('%s: %s', (_, expected, entry) => expect(canUndo(buildEntry(entry))).toBe(expected));
});

describe('canRedo', () => {
  it.each<[string, boolean, Partial<JournalEntry>]>([
    ['a change that takes no other one back', false, {}],
    ['an undo', true, { undoes: 'entry-0' }],
    ['an undo that was redone', false, { undoes: 'entry-0', undoneBy: 'entry-2' }],
    ['a redo', false, { undoes: 'entry-0', plan: buildPlan({ isRedo: true }) }],
  ])('%s: %s', (_, expected, entry) => expect(canRedo(buildEntry(entry))).toBe(expected));
});

describe('canRetry', () => {
  it.each<[string, boolean, Partial<JournalEntry>]>([
    ['a change of which a part failed', true, { result: 'partly', steps: [missed, buildRecord()] }],
    ['one that was asked for again already', false, { result: 'partly', steps: [missed], retriedBy: 'entry-2' }],
    ['one that was taken back', false, { result: 'partly', steps: [missed, buildRecord()], undoneBy: 'entry-2' }],
    ['a change of which nothing failed', false, {}],
  ])('%s: %s', (_, expected, entry) => expect(canRetry(buildEntry(entry))).toBe(expected));
});

describe('resultText', () => {
  it.each<[string, Partial<JournalEntry>]>([
    ['applied', {}],
    ['partly applied', { result: 'partly' }],
    ['not applied', { result: 'notApplied' }],
    ['unknown', { result: 'unknown' }],
    ['unfinished', { state: 'open' }],
    ['undone', { undoneBy: 'entry-2' }],
    ['partly undone', { takenBack: ['3104 10.0.10.11'] }],
  ])('%s', (words, entry) => expect(resultText(buildEntry(entry))).toBe(words));
});

describe('entryDocument', () => {
  // The reader's own way to write dates is the machine's: it has no place in a golden text.
  const withoutDates = (text: string): string => text.replace(/^- Started:.*$/m, '- Started: …');

  it('tells the whole story of a change', () =>
    expectGolden(
      import.meta.filename,
      'entry-applied.md',
      withoutDates(
        entryDocument(buildEntry({ steps: [buildRecord({ requestId: 'e41b7d02-0000-4000-8000-21f0a9c35d74' })] })),
      ),
    ));

  it('tells of lost answers, refusals, skipped steps and a killed window', () => {
    const lost = buildStep({ id: 2, networkInterfaceNo: '701237', secondaryIps: ['10.0.10.40'] });
    const refused = buildStep({ id: 3, action: 'unassignSecondaryIps', secondaryIps: ['10.0.10.41'] });
    const entry = buildEntry({
      plan: buildPlan({ steps: [buildStep(), lost, refused, buildStep({ id: 4, count: 2, secondaryIps: [] })] }),
      result: 'partly',
      recovered: true,
      steps: [
        buildRecord(),
        buildRecord({ step: lost, reconciled: true }),
        buildRecord({
          step: refused,
          result: 'notApplied',
          addresses: [{ address: '10.0.10.41', result: 'notApplied' }],
          error: {
            kind: 'refused',
            layer: 'product',
            action: 'unassignSecondaryIps',
            effect: 'none',
            apiMessage: 'Busy.',
          },
        }),
        buildRecord({ step: buildStep({ id: 4, count: 2, secondaryIps: [] }), result: 'skipped' }),
      ],
    });
    return expectGolden(import.meta.filename, 'entry-partly.md', withoutDates(entryDocument(entry)));
  });

  it('names what was taken back of a change, and who asked for its rest again', () => {
    const text = entryDocument(buildEntry({ takenBack: ['3104 10.0.10.11'], retriedBy: 'entry-7' }));
    expect(text).toContain('- Undone so far: 10.0.10.11\n- Retried by: `entry-7`');
    expect(entryDocument(buildEntry({ undoneBy: 'entry-8' }))).toContain('- Undone by: `entry-8`');
  });

  it('has no duration while the change is under way', () => {
    const entry = { ...buildEntry({ state: 'open' }) };
    delete (entry as { finishedAt?: number }).finishedAt;
    expect(entryDocument(entry)).toContain('- Duration: –');
  });
});

describe('who asked', () => {
  const planDigest = 'ab'.repeat(32);
  it.each<[string, NonNullable<JournalEntry['origin']>, string]>([
    [
      'a file as committed',
      { kind: 'file', file: 'net/`x`.yaml', fileDigest: '', commit: 'c0ffee', planDigest },
      'commit',
    ],
    ['an assistant', { kind: 'assistant', host: 'a <b>', planDigest }, String.raw`an assistant in a \< b>`],
  ])('%s', (_what, origin, words) => {
    const text = entryDocument(buildEntry({ origin }));
    expect(text).toContain(words);
    expect(text).toContain(planDigest);
  });
  it('is not said of a person at the window', () => {
    expect(entryDocument(buildEntry())).not.toContain('Asked by');
  });
});
