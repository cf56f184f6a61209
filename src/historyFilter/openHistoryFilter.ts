import type { ActiveFilter, HistoryFilter } from '../session/historyFilter';
import { entryWords } from './entryWords';
import { historyFilterText } from './historyFilterText';
import { createMatcher } from './matchEntry';

/** A filter at work, with its words; undefined when it lets everything through. */
export function openHistoryFilter(filter: HistoryFilter): ActiveFilter | undefined {
  const words = historyFilterText(filter);
  return words === '' ? undefined : { filter, words, matches: createMatcher(filter, entryWords) };
}
