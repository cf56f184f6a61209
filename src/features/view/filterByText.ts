import { l10n } from 'vscode';
import { passesFilters } from '../../model/interfaceFilter';
import { createTextFilter } from '../../model/textFilter';
import { withText, type DisplayOptions, isFiltered } from '../../session/displayStore';
import { interfaceCount } from '../../words/countText';
import type { CommandContext } from '../commandContext';
import { needScope } from '../ask/needScope';
import { createOpener } from './openMatches';
import { type Arguments } from '../readArguments';

/** What filtering needs. */
export type FilterContext = Pick<
  CommandContext,
  'profiles' | 'scopes' | 'displays' | 'networks' | 'prompter' | 'tree' | 'view'
>;

/**
 * Filter by Text: while it is typed, interfaces that hold every word stay, of every profile shown or of the one that was
 * named. Enter keeps that, Escape gives back the filter that was there. By code: `{ text }`.
 */
export async function filterByText(context: FilterContext, args: Arguments): Promise<unknown> {
  const { displays, scopes, prompter } = context;
  const scope = needScope(context, args);
  if (!scope) return undefined;
  const isOne = args.subjects.length > 0 || args.options.profile !== undefined;
  const ids = isOne ? [scope.profile.id] : [...new Set(scopes.shown().map(({ profile }) => profile.id))];
  const before = new Map(ids.map((id): [string, DisplayOptions] => [id, displays.get(id)]));
  const given = args.options.text;
  const text = given ?? (await askText(context, before, prompter));
  if (text === undefined) return undefined;
  await Promise.all([...before].map(([id, was]) => displays.set(id, withText(was, text))));
  return { text: text.trim() };
}

async function askText(
  context: FilterContext,
  before: ReadonlyMap<string, DisplayOptions>,
  prompter: FilterContext['prompter'],
): Promise<string | undefined> {
  const { displays } = context;
  const count = createCounter(context, before);
  const opener = createOpener(context);
  const value = [...before.values()].find((display) => display.text !== undefined)?.text ?? '';
  const answer = await prompter.input({
    title: l10n.t('Filter by Text'),
    prompt: count(value).words,
    placeholder: l10n.t('Server, interface, number, address, subnet or VPC; more words narrow it down'),
    value,
    follow(text) {
      for (const [id, was] of before) displays.preview(id, withText(was, text));
      const { words, shown } = count(text);
      opener.open(text.trim() === '' ? 0 : shown);
      return words;
    },
  });
  if (answer?.kind === 'next') return answer.value;
  opener.open(0);
  for (const id of before.keys()) displays.preview(id, undefined);
  return undefined;
}

/** How many of the interfaces that were read pass, with this text in the place of the one before. */
function createCounter(
  { scopes, networks }: Pick<FilterContext, 'scopes' | 'networks'>,
  before: ReadonlyMap<string, DisplayOptions>,
): (text: string) => { readonly words: string; readonly shown: number } {
  const filter = createTextFilter();
  return (typed) => {
    let [shown, all] = [0, 0];
    for (const scope of scopes.shown()) {
      const state = networks.state(scope);
      const was = before.get(scope.profile.id);
      if (!was || !state.last) continue;
      const { network } = state.last;
      const { filters, text } = withText(was, typed);
      const found = text === undefined ? undefined : filter(network, text, scope.profile.name).interfaces;
      const passing = network.interfaces.filter(
        (nic) => (found?.has(nic.networkInterfaceNo) ?? true) && passesFilters(nic, filters),
      );
      shown += passing.length;
      all += network.interfaces.length;
    }
    return { words: l10n.t('{0} of {1}', shown, interfaceCount(all)), shown };
  };
}

/** Clear Filter: shows all interfaces of every profile shown again; the grouping stays. */
export async function clearFilter({ scopes, displays }: Pick<CommandContext, 'scopes' | 'displays'>): Promise<unknown> {
  const ids = [...new Set(scopes.shown().map(({ profile }) => profile.id))].filter((id) =>
    isFiltered(displays.get(id)),
  );
  await Promise.all(ids.map((id) => displays.set(id, { groupBy: displays.get(id).groupBy, filters: [] })));
  return { cleared: ids.length };
}
