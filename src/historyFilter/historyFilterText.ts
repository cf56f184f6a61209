import type { HistoryFilter } from '../session/historyFilter';
import { entryOutcomeText } from '../ui/entryText';
import { shownName } from '../ui/shownName';

/** The parts of a filter in words; of alternatives each is named. A part that lets everything through is empty. */
export function filterParts({ thing, text, profiles, outcomes }: HistoryFilter) {
  return {
    thing: thing?.name ?? '',
    text: text ? `“${shownName(text)}”` : '',
    profiles: profiles.map(({ name }) => shownName(name)).join(' / '),
    outcomes: outcomes.map(entryOutcomeText).join(' / '),
  };
}

/** A filter in words: `web-01/eth0, “10.0.10”, applied / undone`. Empty when it lets everything through. */
export function historyFilterText(filter: HistoryFilter): string {
  const { thing, text, profiles, outcomes } = filterParts(filter);
  return [thing, text, profiles, outcomes].filter(Boolean).join(', ');
}
