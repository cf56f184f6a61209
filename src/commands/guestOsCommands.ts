import { l10n } from 'vscode';
import type { JournalEntry } from '../change/journalEntry';
import type { GuestChange } from '../guest/guestInputOf';
import { pickInterface } from '../flows/pickInterface';
import { sortAddresses } from '../model/address';
import type { Network } from '../model/network';
import { transfersOf } from '../plan/transfersOf';
import type { Subject } from '../tree/node';
import { guestWords } from '../ui/guestText';
import { createNamer } from '../ui/namer';
import { notify } from '../ui/notify';
import type { CommandContext } from './commandContext';
import { entryOf, scopeOf } from './entryScope';
import { gatewayOf } from './gatewayOf';
import { needAnyReading } from './needScope';
import { offerAssign } from './offerAssign';
import { textOption, type Arguments } from './readArguments';

/**
 * Guest OS Commands: what the operating systems have to be told, as a document to read and copy; nothing is run. After a
 * change (`{ entry }`) for what it did, else for adding and removing what the selected interface holds. Undefined, and a
 * message to people, when there is no address to tell about.
 */
export async function guestOsCommands(context: CommandContext, args: Arguments): Promise<unknown> {
  const entry = await entryOf(context, args);
  const scoped = entry
    ? {
        ...args,
        options: { ...args.options, profile: scopeOf(context, entry).profile.id, regionCode: entry.regionCode },
      }
    : args;
  const found = await needAnyReading(context, scoped);
  if (!found) return undefined;
  const { network } = found.reading;
  const changes = entry ? changesOf(entry) : await changesFor(context, args, network);
  const name = createNamer(network);
  const isEmpty = ({ networkInterfaceNo, gains, loses }: GuestChange): boolean =>
    gains.length + loses.length === 0 && network.interface(networkInterfaceNo) !== undefined;
  const empty = changes.find(isEmpty);
  if (!args.isProgrammatic) {
    if (empty) offerAssign(empty.networkInterfaceNo, name(empty.networkInterfaceNo), found.scope);
    else if (entry && changes.length === 0) {
      void notify(
        'info',
        l10n.t('No address is known to have moved with this change: no operating system has to be told.'),
      );
    }
  }
  if (empty) return undefined;
  const gatewayUrl = await gatewayOf(context, found.scope.profile);
  const { writeGuests } = await import('../guest/writeGuests');
  const text = writeGuests(changes, network, name, guestWords(), gatewayUrl);
  if (text === undefined) return undefined;
  await context.documents.open(`${l10n.t('Guest OS commands')}.md`, text);
  return text;
}

/** What a change really did to each interface. */
function changesOf(entry: JournalEntry): GuestChange[] {
  const changes = new Map<string, { networkInterfaceNo: string; gains: string[]; loses: string[] }>();
  const of = (networkInterfaceNo: string) => {
    const change = changes.get(networkInterfaceNo) ?? { networkInterfaceNo, gains: [], loses: [] };
    changes.set(networkInterfaceNo, change);
    return change;
  };
  for (const { address, from, to } of transfersOf(entry)) {
    if (to !== undefined) of(to).gains.push(address);
    if (from !== undefined) of(from).loses.push(address);
  }
  return [...changes.values()].map(({ gains, loses, ...change }) => ({
    ...change,
    gains: sortAddresses(gains),
    loses: sortAddresses(loses),
  }));
}

async function changesFor(
  { prompter }: Pick<CommandContext, 'prompter'>,
  { subjects, options }: Arguments,
  network: Network,
): Promise<GuestChange[]> {
  const isOne = (subject: Subject) => subject.kind === 'address' && subject.role === 'secondary';
  const addresses = subjects.filter(isOne).flatMap((subject) => (subject.kind === 'address' ? [subject.address] : []));
  const [subject] = subjects;
  const given =
    subject && 'networkInterfaceNo' in subject ? subject.networkInterfaceNo : textOption(options, 'networkInterfaceNo');
  const answer = given ? undefined : await pickInterface(prompter, { network }, { title: l10n.t('Guest OS commands') });
  const networkInterfaceNo = given ?? (answer?.kind === 'next' ? answer.value : undefined);
  if (networkInterfaceNo === undefined) return [];
  const held = network.interface(networkInterfaceNo)?.secondaryIpList ?? [];
  const about = addresses.length > 0 ? addresses : held;
  return [{ networkInterfaceNo, gains: about, loses: about }];
}
