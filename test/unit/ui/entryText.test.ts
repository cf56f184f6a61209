import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../src/change/journalEntry';
import { canUndo, entryDocument, entryTitle, resultText } from '../../../src/ui/entryText';
import { buildEntry, buildPlan, buildRecord, buildStep } from '../../support/buildEntry';
import { expectGolden } from '../../support/goldenText';

const missed = buildRecord({
  result: 'notApplied',
  addresses: [{ address: '10.0.10.11', result: 'notApplied' }],
});

describe('canUndo', () => {
  it.each<[string, boolean, Partial<JournalEntry>]>([
    ['a change that was carried out', true, {}],
    ['a change of which a part was carried out', true, { result: 'partly', steps: [missed, buildRecord()] }],
    ['an undo: that is how one redoes', true, { undoes: 'entry-0' }],
    ['a change that was undone', false, { undoneBy: 'entry-2' }],
    ['a change that is not finished', false, { state: 'open' }],
    ['a change of which nothing was carried out', false, { result: 'notApplied', steps: [missed] }],
  ])('%s: %s', (_, expected, entry) => expect(canUndo(buildEntry(entry))).toBe(expected));
});

describe('resultText', () => {
  it.each<[string, Partial<JournalEntry>]>([
    ['applied', {}],
    ['partly applied', { result: 'partly' }],
    ['not applied', { result: 'notApplied' }],
    ['not known', { result: 'unknown' }],
    ['unfinished', { state: 'open' }],
    ['undone', { undoneBy: 'entry-2' }],
  ])('%s', (words, entry) => expect(resultText(buildEntry(entry))).toBe(words));
});

describe('entryTitle', () => {
  it('says that a change took another one back', () => {
    expect(entryTitle(buildEntry())).toBe('Assign 10.0.10.11, 10.0.10.12 to web-01 (701236)');
    expect(entryTitle(buildEntry({ undoes: 'entry-0' }))).toBe(
      'Assign 10.0.10.11, 10.0.10.12 to web-01 (701236) (undo)',
    );
  });
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

  it('has no duration while the change is under way', () => {
    const entry = { ...buildEntry({ state: 'open' }) };
    delete (entry as { finishedAt?: number }).finishedAt;
    expect(entryDocument(entry)).toContain('- Duration: –');
  });
});
