import { dropAbsent } from '../../model/dropAbsent';
import { entryOutcomes } from '../../change/entryOutcome';
import type { JournalEntry } from '../../change/journalEntry';
import type { History } from '../../session/journal/history';
import type { HistoryFilter, HistoryFilters } from '../../session/journal/historyFilter';
import type { ProfileStore } from '../../session/profileStore';
import type { Prompter } from '../../ui/prompter';
import { askHistoryFilter } from './askHistoryFilter';
import { openHistoryFilter } from './openHistoryFilter';

/** What a filter is made of. */
export interface HistoryFilterContext {
  readonly history: Pick<History, 'list'>;
  readonly historyFilters: HistoryFilters;
  readonly profiles: Pick<ProfileStore, 'all'>;
  readonly prompter: Prompter;
}

/** Answers that came without a question; what is absent stays as it is. */
export interface FilterAnswers {
  readonly text: string | undefined;
  /** By name. */
  readonly profiles: readonly string[] | undefined;
  readonly outcomes: readonly string[] | undefined;
}

/** Changes the filter as answered, or as asked when there is no answer; undefined when somebody thought better of it. */
export async function changeHistoryFilter(
  { history, historyFilters, profiles, prompter }: HistoryFilterContext,
  answers: FilterAnswers,
): Promise<HistoryFilter | undefined> {
  const entries = await history.list().catch(() => []);
  const known = knownProfiles(profiles.all(), entries);
  const was = historyFilters.get()?.filter ?? { profiles: [], outcomes: [] };
  const next = Object.values(answers).some((answer) => answer !== undefined)
    ? answered(was, answers, known)
    : await askHistoryFilter(prompter, was, known);
  if (next) historyFilters.set(openHistoryFilter(next));
  return next;
}

function answered(
  { text: was = '', ...rest }: HistoryFilter,
  { text = was, profiles, outcomes }: FilterAnswers,
  known: HistoryFilter['profiles'],
): HistoryFilter {
  return {
    ...rest,
    ...dropAbsent({
      text: text.trim() || undefined,
      profiles: profiles?.map((name) => known.find((one) => one.name === name) ?? { name, ids: [name] }),
      outcomes: outcomes && entryOutcomes.filter((id) => outcomes.includes(id)),
    }),
  };
}

/** The profiles of this machine and of the history, by the name they have now or had last; each name once. */
function knownProfiles(
  profiles: readonly JournalEntry['profile'][],
  entries: readonly JournalEntry[],
): HistoryFilter['profiles'] {
  // Newest first: of several names of a profile the first one counts.
  const names = new Map<string, string>();
  for (const { id, name } of [...profiles, ...entries.map(({ profile }) => profile)])
    if (!names.has(id)) names.set(id, name);
  const ids = Map.groupBy(names.keys(), (id) => names.get(id) ?? '');
  return [...ids].map(([name, of]) => ({ name, ids: of })).toSorted((a, b) => a.name.localeCompare(b.name));
}
