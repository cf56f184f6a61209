import { l10n, QuickPickItemKind } from 'vscode';
import { filterIds, type FilterId } from '../../model/interfaceFilter';
import { groupings, isFiltered, type Look } from '../../session/lookStore';
import { filtersText, filterText, groupingText } from '../../words/filterText';
import type { Choice, Separator } from '../../ui/prompter';
import type { CommandContext } from '../commandContext';
import { filterByText, type FilterContext } from './filterByText';
import { needScope } from '../ask/needScope';
import { type Arguments } from '../readArguments';

type Change = (look: Look) => Look;

/** Filter and Group: how the profile's networks are shown; remembered. By code: `{ groupBy, filters }`. */
export async function changeLook(context: FilterContext, args: Arguments): Promise<unknown> {
  const scope = needScope(context, args);
  if (!scope) return undefined;
  const { looks, prompter } = context;
  const look = looks.get(scope.profile.id);
  const change = givenChange(args) ?? (await askChange(prompter, look));
  if (!change) return undefined;
  if (change === 'text') return filterByText(context, args);
  const next = change(look);
  await looks.set(scope.profile.id, next);
  return next;
}

function givenChange({ options }: Arguments): Change | undefined {
  const wanted = options.groupBy;
  const groupBy = groupings.find((id) => id === wanted);
  const filters = options.filters;
  if (!groupBy && !filters) return undefined;
  return (look) => ({
    ...look,
    groupBy: groupBy ?? look.groupBy,
    filters: filters ? filterIds.filter((id) => filters.includes(id)) : look.filters,
  });
}

async function askChange(prompter: CommandContext['prompter'], look: Look): Promise<Change | 'text' | undefined> {
  const title = l10n.t('Filter and Group');
  const line = (label: string): Separator => ({ label, kind: QuickPickItemKind.Separator });
  const choices: (Choice<Change | 'filters' | 'text'> | Separator)[] = [
    line(l10n.t('Group')),
    ...groupings.map((groupBy) => ({
      value: (was: Look) => ({ ...was, groupBy }),
      label: groupingText(groupBy),
      ...(look.groupBy === groupBy && { description: l10n.t('current') }),
    })),
    line(''),
    {
      value: 'filters',
      label: `${l10n.t('Show only')}…`,
      ...(look.filters.length > 0 && { description: filtersText(look.filters) }),
    },
    {
      value: 'text',
      label: `${l10n.t('Filter by Text')}…`,
      ...(look.text !== undefined && { description: look.text }),
    },
    ...(isFiltered(look)
      ? [{ value: ({ groupBy }: Look) => ({ groupBy, filters: [] }), label: l10n.t('Show All Interfaces') }]
      : []),
  ];
  const answer = await prompter.pick<Change | 'filters' | 'text'>({
    title,
    placeholder: l10n.t('How do you want to see the network?'),
    choices,
  });
  if (answer?.kind !== 'next') return undefined;
  return answer.value === 'filters' ? askFilters(prompter, title, look) : answer.value;
}

/** Several filters at once, by ticking. */
async function askFilters(
  prompter: CommandContext['prompter'],
  title: string,
  look: Look,
): Promise<Change | undefined> {
  const choices = filterIds.map((id) => ({ value: id, label: filterText(id) }));
  const answer = await prompter.pickMany<FilterId>({
    title,
    placeholder: l10n.t('Select what to show. Select nothing to show everything'),
    choices,
    picked: choices.filter(({ value }) => look.filters.includes(value)),
    typed: () => [],
    validate: () => undefined,
  });
  if (answer?.kind !== 'next') return undefined;
  const filters = filterIds.filter((id) => answer.value.includes(id));
  return (was) => ({ ...was, filters });
}
