import { l10n, QuickPickItemKind } from 'vscode';
import { filterIds, type FilterId } from '../model/interfaceFilter';
import { groupings, type Look } from '../session/lookStore';
import { filterText, groupingText } from '../ui/filterText';
import type { Choice, Separator } from '../ui/prompter';
import type { CommandContext } from './commandContext';
import { needScope } from './needScope';
import { textOption, textsOption, type Arguments } from './readArguments';

type Change = (look: Look) => Look;

/** Filter and Group: how the profile's networks are shown; remembered. By code: `{ groupBy, filters }`. */
export async function changeLook(
  context: Pick<CommandContext, 'profiles' | 'looks' | 'prompter'>,
  args: Arguments,
): Promise<unknown> {
  const scope = needScope(context, args);
  if (!scope) return undefined;
  const { looks, prompter } = context;
  const look = looks.get(scope.profile.id);
  const change = givenChange(args) ?? (await askChange(prompter, look));
  if (!change) return undefined;
  const next = change(look);
  await looks.set(scope.profile.id, next);
  return next;
}

function givenChange({ options }: Arguments): Change | undefined {
  const wanted = textOption(options, 'groupBy');
  const groupBy = groupings.find((id) => id === wanted);
  const filters = textsOption(options, 'filters');
  if (!groupBy && !filters) return undefined;
  return (look) => ({
    groupBy: groupBy ?? look.groupBy,
    filters: filters ? filterIds.filter((id) => filters.includes(id)) : look.filters,
  });
}

async function askChange(prompter: CommandContext['prompter'], look: Look): Promise<Change | undefined> {
  const line = (label: string): Separator => ({ label, kind: QuickPickItemKind.Separator });
  const mark = (isOn: boolean, word: string): { description?: string } =>
    isOn ? { description: `$(check) ${word}` } : {};
  const toggle =
    (id: FilterId): Change =>
    (was) => ({
      ...was,
      filters: was.filters.includes(id) ? was.filters.filter((other) => other !== id) : [...was.filters, id],
    });
  const choices: (Choice<Change> | Separator)[] = [
    line(l10n.t('Group')),
    ...groupings.map((groupBy) => ({
      value: (was: Look) => ({ ...was, groupBy }),
      label: groupingText(groupBy),
      ...mark(look.groupBy === groupBy, l10n.t('current')),
    })),
    line(l10n.t('Show only interfaces that are')),
    ...filterIds.map((id) => ({
      value: toggle(id),
      label: filterText(id),
      ...mark(look.filters.includes(id), l10n.t('on')),
    })),
    ...(look.filters.length > 0
      ? [{ value: (was: Look) => ({ ...was, filters: [] }), label: l10n.t('Show all interfaces') }]
      : []),
  ];
  const answer = await prompter.pick<Change>({
    title: l10n.t('Filter and Group'),
    placeholder: l10n.t('How shall the network be shown?'),
    choices,
  });
  return answer?.kind === 'next' ? answer.value : undefined;
}
