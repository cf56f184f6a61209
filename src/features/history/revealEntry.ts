import { l10n, ThemeIcon } from 'vscode';
import { transfersOf } from '../../plan/transfersOf';
import { interfaceTitle } from '../../words/interfaceTitle';
import { mention } from '../../ui/notify';
import { shownName } from '../../words/shownName';
import type { CommandContext } from '../commandContext';
import { entryOf, entryScopeOf } from './entryScope';
import { needAnyReading } from '../ask/needScope';
import type { Arguments } from '../readArguments';
import { reveal } from '../view/reveal';

/** Show in Network: an interface of a change of the history, in the tree; of several the one that is picked. By code: `{ entry }`. */
export async function revealEntry(context: CommandContext, args: Arguments): Promise<unknown> {
  const entry = await entryOf(context, args);
  if (!entry) return undefined;
  const { profile, regionCode } = entryScopeOf(context, entry);
  const options = { profile: profile.id, regionCode };
  const found = await needAnyReading(context, { subjects: [], options, isProgrammatic: args.isProgrammatic });
  if (!found) return undefined;
  const { network } = found.reading;
  const known = entry.plan.changes.filter(({ networkInterfaceNo }) => network.interface(networkInterfaceNo));
  const networkInterfaceNo =
    known.length > 1
      ? await ask(
          context,
          known.map((one) => one.networkInterfaceNo),
        )
      : known[0]?.networkInterfaceNo;
  if (networkInterfaceNo === undefined) {
    if (known.length === 0) mention(l10n.t('The interface of this change is no longer there.'), 5_000);
    return undefined;
  }
  // The address itself, when the change put it there and it is there still.
  const moved = transfersOf(entry).find(({ to }) => to === networkInterfaceNo)?.address;
  const held = network.interface(networkInterfaceNo)?.secondaryIpList.includes(moved ?? '') === true;
  await reveal(context, found.scope, (subject) =>
    held
      ? subject.kind === 'address' && subject.address === moved && subject.networkInterfaceNo === networkInterfaceNo
      : subject.kind === 'interface' && subject.networkInterfaceNo === networkInterfaceNo,
  );
  return networkInterfaceNo;

  async function ask(
    { prompter }: Pick<CommandContext, 'prompter'>,
    nos: readonly string[],
  ): Promise<string | undefined> {
    const answer = await prompter.pick({
      title: l10n.t('Show in Network'),
      placeholder: l10n.t('Which interface of this change?'),
      choices: nos.map((value) => {
        const nic = network.interface(value);
        const label = nic ? interfaceTitle(nic, network) : shownName(value);
        return { value, iconPath: new ThemeIcon('plug'), label, description: shownName(value) };
      }),
    });
    return answer?.kind === 'next' ? answer.value : undefined;
  }
}
