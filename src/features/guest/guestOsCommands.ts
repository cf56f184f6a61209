import { l10n, commands } from 'vscode';
import type { JournalEntry } from '../../change/journalEntry';
import type { GuestChange } from '../../guest/guestInputOf';
import type { KnownGuest } from '../../guest/writeGuests';
import { pickInterface } from '../ask/pickInterface';
import { sortAddresses } from '../../model/address';
import type { Network } from '../../model/network';
import { transfersOf } from '../../plan/transfersOf';
import type { Scope } from '../../session/scope';
import type { Subject } from '../../tree/node';
import { documentPath, type Topic } from '../../words/documentPath';
import { guestWords } from './guestText';
import { createNamer } from '../../words/namer';
import { notify } from '../../ui/notify';
import { askSystems, titleOf, type ChosenSystems } from './askSystems';
import type { CommandContext } from '../commandContext';
import { entryOf, entryScopeOf } from '../history/entryScope';
import { needAnyReading } from '../ask/needScope';
import { type Arguments } from '../readArguments';
import type { CommandId } from '../../contributions';
import { setUpFailover } from './setUpFailover';

/**
 * Guest OS Commands: what the operating systems have to be told, as a document to read and copy; nothing is run. After a
 * change (`{ entry }`) for what it did, else for adding and removing what the selected interface holds, or `secondaryIps` of
 * it. People choose the system; by code it is `system`, or all of them. Undefined, and a message to people, when there is no
 * address to tell about.
 */
export async function guestOsCommands(context: CommandContext, args: Arguments): Promise<unknown> {
  const entry = await entryOf(context, args);
  const scoped = entry
    ? {
        ...args,
        options: { ...args.options, profile: entryScopeOf(context, entry).profile.id, regionCode: entry.regionCode },
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
        l10n.t('No address is known to have moved in this change, so no operating system needs to be changed.'),
      );
    }
  }
  if (empty) return undefined;
  const { createGuests, writeGuests } = await import('../../guest/writeGuests');
  const guests = createGuests(changes, network, name);
  if (guests.length === 0) return undefined;
  const systems = await systemsFor(context, args, guests, found.scope);
  if (!systems) return undefined;
  if (systems === 'failover') return setUpFailover(context, failoverArguments(changes, found.scope));
  const text = writeGuests(guests, guestWords(), ({ serverNo }) => systems.get(serverNo));
  const title = l10n.t('{0} · Guest OS Commands', titleOf(guests));
  await context.documents.open(documentPath(topicFor(found.scope, changes, entry), title), text, { asText: true });
  return text;
}

/** What is in the path of the document is what the command is called with to write it for another system. */
function topicFor({ profile, regionCode }: Scope, [first]: readonly GuestChange[], entry?: JournalEntry): Topic {
  const about = entry ? ['entry', entry.id] : [first?.networkInterfaceNo ?? '', ...(first?.gains ?? [])];
  return ['guest', profile.id, regionCode, ...about];
}

async function systemsFor(
  { prompter, guestSystems }: Pick<CommandContext, 'prompter' | 'guestSystems'>,
  { options, isProgrammatic }: Arguments,
  guests: readonly KnownGuest[],
  { profile }: Scope,
): Promise<ChosenSystems | 'failover' | undefined> {
  const wanted = options.system;
  if (wanted === undefined && !isProgrammatic) return askSystems(prompter, guests, profile.id, guestSystems);
  if (wanted === undefined || wanted === 'all') return new Map();
  const known = guests.flatMap(({ commands }) => commands.systems.map(({ id }) => id));
  const system = known.find((id) => id === wanted);
  if (!system) throw new TypeError(`system must be one of ${[...new Set(known), 'all'].join(', ')}`);
  return new Map(guests.map(({ serverNo }) => [serverNo, system]));
}

/** keepalived is no system that an address is set up on: it takes several servers, so other questions follow. */
function failoverArguments([first]: readonly GuestChange[], { profile, regionCode }: Scope): Arguments {
  const { networkInterfaceNo, gains = [] } = first ?? {};
  const options = { profile: profile.id, regionCode, networkInterfaceNo, secondaryIps: gains };
  return { subjects: [], options, isProgrammatic: false };
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
  const given = subject && 'networkInterfaceNo' in subject ? subject.networkInterfaceNo : options.networkInterfaceNo;
  const answer = given ? undefined : await pickInterface(prompter, { network }, { title: l10n.t('Guest OS commands') });
  const networkInterfaceNo = given ?? (answer?.kind === 'next' ? answer.value : undefined);
  if (networkInterfaceNo === undefined) return [];
  const held = network.interface(networkInterfaceNo)?.secondaryIpList ?? [];
  const wanted = addresses.length > 0 ? addresses : (options.secondaryIps ?? held);
  // A document that stood open may name what went to another interface meanwhile.
  const about = wanted.filter((address) => held.includes(address));
  return [{ networkInterfaceNo, gains: about, loses: about }];
}

/** Says that an interface (named as people know it) has no secondary IPs to tell a guest about, and offers to assign some. */
export function offerAssign(networkInterfaceNo: string, name: string, { profile, regionCode }: Scope): void {
  const assign = l10n.t('Assign Secondary IPs');
  const command: CommandId = 'ncloudIp.assignSecondaryIps';
  const message = l10n.t('{0} has no secondary IPs. Assign one first, then set it in the operating system.', name);
  void notify('info', message, assign).then((chosen) => {
    if (chosen !== assign) return;
    void commands.executeCommand(command, { networkInterfaceNo, profile: profile.id, regionCode });
  });
}
