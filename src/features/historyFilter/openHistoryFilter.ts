import { l10n } from 'vscode';
import type { ActiveFilter, HistoryFilter } from '../../session/journal/historyFilter';
import { entryOutcomeText } from '../../words/entryText';
import { shownName } from '../../words/shownName';
import { entryWords } from './entryWords';
import { createMatcher } from './matchEntry';

/** A filter at work, with its words: `web-01/eth0, “10.0.10”, applied / undone`. Undefined when it lets everything through. */
export function openHistoryFilter(filter: HistoryFilter): ActiveFilter | undefined {
  const { thing, text, profiles, outcomes, asker } = filterParts(filter);
  const words = [thing, text, profiles, outcomes, asker].filter(Boolean).join(', ');
  return words === '' ? undefined : { filter, words, matches: createMatcher(filter, entryWords) };
}

/** The parts of a filter in words; of alternatives each is named. A part that lets everything through is empty. */
export function filterParts({ thing, text, profiles, outcomes, isByAssistant }: HistoryFilter) {
  return {
    thing: thing?.name ?? '',
    text: text ? `“${shownName(text)}”` : '',
    profiles: profiles.map(({ name }) => shownName(name)).join(' / '),
    outcomes: outcomes.map(entryOutcomeText).join(' / '),
    asker: isByAssistant ? l10n.t('asked by an assistant') : '',
  };
}
