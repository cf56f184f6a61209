import { l10n } from 'vscode';
import { pickInterface } from '../ask/pickInterface';
import { openHistoryFilter } from '../historyFilter/openHistoryFilter';
import { thingOf } from '../historyFilter/thingOf';
import type { Profile } from '../../session/profile';
import { placeKey } from '../../session/scope';
import type { Subject } from '../../tree/node';
import type { CommandContext } from '../commandContext';
import { focusHistory } from './filterHistory';
import { needAnyReading } from '../ask/needScope';
import { type Arguments } from '../readArguments';

/**
 * Show History: the changes that one interface, server or secondary IP was part of, in the History view. From the palette of
 * the row that is selected, else of an interface that is asked for. By code: `{ networkInterfaceNo }`.
 */
export async function showHistory(context: CommandContext, args: Arguments): Promise<unknown> {
  const { profiles, prompter, historyFilters } = context;
  const given = args.options.networkInterfaceNo;
  const subjects = args.subjects.length > 0 || given !== undefined ? args.subjects : selected(context);
  const found = await needAnyReading(context, { ...args, subjects });
  if (!found) return undefined;
  const { scope, reading } = found;
  const { network } = reading;
  const askInterface = async (): Promise<Subject | undefined> => {
    const answer = given ? undefined : await pickInterface(prompter, { network }, { title: l10n.t('Show History') });
    const networkInterfaceNo = given ?? (answer?.kind === 'next' ? answer.value : undefined);
    return networkInterfaceNo === undefined ? undefined : { kind: 'interface', scope, networkInterfaceNo };
  };
  const subject = subjects[0] ?? (await askInterface());
  if (!subject) return undefined;
  const isElsewhere = (profile: Profile): boolean => placeKey({ ...scope, profile }) !== placeKey(scope);
  const elsewhere = profiles
    .all()
    .filter(isElsewhere)
    .map(({ id }) => id);
  const thing = thingOf(subject, network, elsewhere);
  if (!thing) return undefined;
  historyFilters.set(openHistoryFilter({ thing, profiles: [], outcomes: [] }));
  await focusHistory();
  return thing;
}

/** The one selected row, when it is of something that has a history. */
function selected({ view }: Pick<CommandContext, 'view'>): readonly Subject[] {
  const subjects = view.selection.map(({ subject }) => subject);
  return subjects.length === 1 && subjects.every(({ kind }) => /^(interface|server|address)$/.test(kind))
    ? subjects
    : [];
}
