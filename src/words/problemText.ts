import { l10n } from 'vscode';
import type { Problem } from '../plan/plan';
import type { Namer } from './namer';
import { shownName } from './shownName';

/** A message is read at a glance: a long list is named by its beginning. */
const mostNamed = 10;

function someOf(names: readonly string[]): string {
  return names.length <= mostNamed
    ? names.join(', ')
    : l10n.t('{0} and {1} more', names.slice(0, mostNamed).join(', '), names.length - mostNamed);
}

type Row<K extends Problem['kind']> = (problem: Extract<Problem, { kind: K }>, name: Namer) => string;

/** Each sentence names the rule and the repair. */
const rows: { readonly [K in Problem['kind']]: Row<K> } = {
  nothingToDo: ({ isAssigned }) => (isAssigned ? l10n.t('Already assigned.') : l10n.t('There is nothing to change.')),
  readOnlyProfile: () => l10n.t('This profile is read-only: change its protection first.'),
  unknownInterface: ({ networkInterfaceNo }) =>
    l10n.t(
      'There is no network interface {0} in this region: refresh, or check the number.',
      shownName(networkInterfaceNo),
    ),
  unknownSubnet: ({ subnetNo }) =>
    l10n.t(
      'Subnet {0} cannot be seen, so its range is not known: the keys need the viewer policy of VPC.',
      shownName(subnetNo),
    ),
  settling: ({ networkInterfaceNo, status }, name) =>
    status === 'SET' || status === 'UNSET'
      ? l10n.t('{0} is being changed right now: wait until it is done and try again.', name(networkInterfaceNo))
      : l10n.t(
          '{0} has the status {1}, which is not known here: wait until it is in use or not attached, and try again.',
          name(networkInterfaceNo),
          shownName(status),
        ),
  ambiguousInterface: ({ text, networkInterfaceNos }, name) =>
    l10n.t(
      '{0} fits several interfaces ({1}): use the number.',
      shownName(text),
      someOf(networkInterfaceNos.map(name)),
    ),
  notAnEntry: () => l10n.t('This is not an entry: write {0}.', '{ "interface": "web-01", "address": "10.0.10.11" }'),
  notAnAddress: ({ text }) =>
    text === ''
      ? l10n.t('An address is missing: write one after the interface, like {0}.', 'web-01,10.0.10.11')
      : l10n.t('{0} is not an IPv4 address: write it like 10.0.10.11.', shownName(text)),
  rangeTooLong: ({ text, size, limit }) =>
    l10n.t('{0} spans {1} addresses: a range may hold {2} at most.', shownName(text), size, limit),
  rangeBackwards: ({ text }) => l10n.t('{0} runs backwards: enter the lower address first.', shownName(text)),
  listTooLong: ({ of, limit }) =>
    ({
      characters: l10n.t('The list is too long: up to {0} characters are read. Paste it in parts.', limit),
      addresses: l10n.t('The list holds more than {0} addresses: paste it in parts.', limit),
      unreadable: l10n.t('More than {0} entries cannot be read: check that this is the right list.', limit),
    })[of],
  outside: ({ address, cidr, firstUsable, lastUsable }) =>
    l10n.t(
      '{0} is outside the subnet {1}: use {2} to {3}.',
      shownName(address),
      shownName(cidr),
      firstUsable,
      lastUsable,
    ),
  reserved: ({ address, firstUsable, lastUsable }) =>
    l10n.t('{0} is reserved: use {1} to {2}.', shownName(address), firstUsable, lastUsable),
  ownPrimary: ({ address }) => l10n.t('{0} is the primary address of this interface already.', shownName(address)),
  othersPrimary: ({ address, holder }, name) =>
    l10n.t('{0} is the primary address of {1}: it cannot be taken.', shownName(address), name(holder)),
  heldByOther: ({ address, holder }, name) =>
    l10n.t('{0} is held by {1}: allow taking it over, or choose another one.', shownName(address), name(holder)),
  duplicate: ({ address }) => l10n.t('{0} is listed twice: once is enough.', shownName(address)),
  tooMany: ({ networkInterfaceNo, has, wants, limit }, name) =>
    has >= limit
      ? l10n.t(
          '{0} is full: it holds {1} of {2} secondary IPs. Unassign one first.',
          name(networkInterfaceNo),
          has,
          limit,
        )
      : l10n.t(
          '{0} holds {1} of {2} secondary IPs: room for {3}, not {4}.',
          name(networkInterfaceNo),
          has,
          limit,
          limit - has,
          wants,
        ),
  badCount: ({ count, limit }) => l10n.t('{0} is not a count from 1 to {1}.', count, limit),
  severalSubnets: ({ networkInterfaceNos }, name) =>
    l10n.t(
      'These interfaces are in different subnets: {0}. An address stays in its subnet.',
      someOf(networkInterfaceNos.map(name)),
    ),
  notFound: ({ address }) =>
    l10n.t('No interface of the subnet holds {0} as a secondary IP: refresh and look again.', shownName(address)),
  movedOn: ({ address, holder }, name) =>
    holder === undefined
      ? l10n.t('{0} is not where it was: no interface holds it any more.', shownName(address))
      : l10n.t('{0} is not where it was: {1} holds it now.', shownName(address), name(holder)),
  alreadyUndone: () => l10n.t('This change was undone already.'),
  stillUnknown: ({ addresses }) =>
    l10n.t(
      'It is not known what became of {0}. None of it is where this change would have put it, so there is nothing to take back.',
      addresses.join(', '),
    ),
  noUnseenAddress: ({ cidr, wants, left }) =>
    l10n.t('{0} addresses are wanted, but only {1} in {2} are not seen in use.', wants, left, shownName(cidr)),
};

/** One sentence for one problem, in the user's language. */
export function problemText(problem: Problem, name: Namer): string {
  return (rows[problem.kind] as Row<Problem['kind']>)(problem, name);
}
