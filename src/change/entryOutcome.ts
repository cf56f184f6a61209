import type { JournalEntry } from './journalEntry';

/** What may have become of an entry of the journal, as people tell entries apart. */
export const entryOutcomes = [
  'applied',
  'partly',
  'notApplied',
  'unknown',
  'undone',
  'partlyUndone',
  'unfinished',
  'notKnownYet',
] as const;
/** One of the outcomes above. */
export type EntryOutcome = (typeof entryOutcomes)[number];

/** What became of an entry: what a later change took back comes before what it was at first. */
export function outcomeOf({
  state,
  result,
  undoneBy,
  takenBack = [],
}: Pick<JournalEntry, 'state' | 'result' | 'undoneBy' | 'takenBack'>): EntryOutcome {
  if (undoneBy !== undefined) return 'undone';
  if (state === 'open' && result === 'unknown') return 'notKnownYet';
  if (state === 'open' || result === undefined) return 'unfinished';
  return takenBack.length > 0 ? 'partlyUndone' : result;
}
