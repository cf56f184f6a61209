import { l10n, QuickPickItemKind } from 'vscode';
import { filterIds, type FilterId } from '../../model/interfaceFilter';
import { groupings, isFiltered, withText, type DisplayOptions } from '../../session/displayStore';
import { filtersText, filterText, groupingText } from '../../words/filterText';
import type { Choice, Separator } from '../../ui/prompter';
import type { CommandContext } from '../commandContext';
import { filterByText, type FilterContext } from './filterByText';
import { needScope } from '../ask/needScope';
import { type Arguments } from '../readArguments';

type Change = (display: DisplayOptions) => DisplayOptions;

/** Filter and Group: how the profile's networks are shown; remembered. By code: `{ groupBy, filters, text }`. */
export async function filterAndGroup(context: FilterContext, args: Arguments): Promise<unknown> {
  const scope = needScope(context, args);
  if (!scope) return undefined;
  const { displays, prompter } = context;
  const display = displays.get(scope.profile.id);
  const change = givenChange(args) ?? (await askChange(prompter, display));
  if (!change) return undefined;
  if (change === 'text') return filterByText(context, args);
  const next = change(display);
  await displays.set(scope.profile.id, next);
  return next;
}

function givenChange({ options }: Arguments): Change | undefined {
  const { groupBy, filters, text } = options;
  if (groupBy === undefined && filters === undefined && text === undefined) return undefined;
  return (display) => {
    const next = {
      ...display,
      groupBy: groupBy ?? display.groupBy,
      filters: filters ? filterIds.filter((id) => filters.includes(id)) : display.filters,
    };
    return text === undefined ? next : withText(next, text);
  };
}

async function askChange(
  prompter: CommandContext['prompter'],
  display: DisplayOptions,
): Promise<Change | 'text' | undefined> {
  const title = l10n.t('Filter and Group');
  const line = (label: string): Separator => ({ label, kind: QuickPickItemKind.Separator });
  const choices: (Choice<Change | 'filters' | 'text'> | Separator)[] = [
    line(l10n.t('Group')),
    ...groupings.map((groupBy) => ({
      value: (was: DisplayOptions) => ({ ...was, groupBy }),
      label: groupingText(groupBy),
      ...(display.groupBy === groupBy && { description: l10n.t('current') }),
    })),
    line(''),
    {
      value: 'filters',
      label: `${l10n.t('Show only')}…`,
      ...(display.filters.length > 0 && { description: filtersText(display.filters) }),
    },
    {
      value: 'text',
      label: `${l10n.t('Filter by Text')}…`,
      ...(display.text !== undefined && { description: display.text }),
    },
    ...(isFiltered(display)
      ? [{ value: ({ groupBy }: DisplayOptions) => ({ groupBy, filters: [] }), label: l10n.t('Show All Interfaces') }]
      : []),
  ];
  const answer = await prompter.pick<Change | 'filters' | 'text'>({
    title,
    placeholder: l10n.t('How do you want to see the network?'),
    choices,
  });
  if (answer?.kind !== 'next') return undefined;
  return answer.value === 'filters' ? askFilters(prompter, title, display) : answer.value;
}

/** Several filters at once, by ticking. */
async function askFilters(
  prompter: CommandContext['prompter'],
  title: string,
  display: DisplayOptions,
): Promise<Change | undefined> {
  const choices = filterIds.map((id) => ({ value: id, label: filterText(id) }));
  const answer = await prompter.pickMany<FilterId>({
    title,
    placeholder: l10n.t('Select what to show. Select nothing to show everything'),
    choices,
    picked: choices.filter(({ value }) => display.filters.includes(value)),
    typed: () => [],
    validate: () => undefined,
  });
  if (answer?.kind !== 'next') return undefined;
  const filters = filterIds.filter((id) => answer.value.includes(id));
  return (was) => ({ ...was, filters });
}
