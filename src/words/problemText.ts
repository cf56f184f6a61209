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
  nothingToDo: ({ isAssigned }) => (isAssigned ? l10n.t('Already assigned.') : l10n.t('Nothing to change.')),
  readOnlyProfile: () => l10n.t('This profile is read-only. Change its protection first.'),
  unknownInterface: ({ networkInterfaceNo }) =>
    networkInterfaceNo === ''
      ? l10n.t('No network interface is named here.')
      : l10n.t('No network interface {0} in this region. Refresh, or check the number.', shownName(networkInterfaceNo)),
  unknownSubnet: ({ subnetNo }) =>
    l10n.t(
      'Subnet {0} is not visible, so its range is unknown. The keys need the viewer policy of VPC.',
      shownName(subnetNo),
    ),
  settling: ({ networkInterfaceNo, status }, name) =>
    status === 'SET' || status === 'UNSET'
      ? l10n.t('{0} is being changed right now. Wait until that is done, then try again.', name(networkInterfaceNo))
      : l10n.t(
          '{0} has the unknown status {1}. Wait until it is in use or not attached, then try again.',
          name(networkInterfaceNo),
          shownName(status),
        ),
  ambiguousInterface: ({ text, networkInterfaceNos }, name) =>
    l10n.t(
      '{0} matches several interfaces ({1}). Use the number.',
      shownName(text),
      someOf(networkInterfaceNos.map(name)),
    ),
  notAnEntry: () => l10n.t('Not a valid entry. Use {0}.', '{ "interface": "web-01", "address": "10.0.10.11" }'),
  notAnAddress: ({ text }) =>
    text === ''
      ? l10n.t('The address is missing. Add one after the interface, like {0}.', 'web-01,10.0.10.11')
      : l10n.t('{0} is not an IPv4 address. Enter one like 10.0.10.11.', shownName(text)),
  rangeTooLong: ({ text, size, limit }) =>
    l10n.t('{0} spans {1} addresses. A range can have at most {2}.', shownName(text), size, limit),
  rangeBackwards: ({ text }) => l10n.t('{0} runs backwards: enter the lower address first.', shownName(text)),
  listTooLong: ({ of, limit }) =>
    ({
      characters: l10n.t('The list is too long: the limit is {0} characters. Paste it in parts.', limit),
      addresses: l10n.t('The list has more than {0} addresses. Paste it in parts.', limit),
      unreadable: l10n.t('More than {0} entries cannot be read. Check that this is the right list.', limit),
    })[of],
  outside: ({ address, cidr, firstUsable, lastUsable }) =>
    l10n.t('{0} is outside subnet {1}. Use {2} to {3}.', shownName(address), shownName(cidr), firstUsable, lastUsable),
  reserved: ({ address, firstUsable, lastUsable }) =>
    l10n.t('{0} is reserved. Use {1} to {2}.', shownName(address), firstUsable, lastUsable),
  ownPrimary: ({ address }) => l10n.t('{0} is already the primary IP of this interface.', shownName(address)),
  othersPrimary: ({ address, holder }, name) =>
    l10n.t('{0} is the primary IP of {1} and cannot be taken over.', shownName(address), name(holder)),
  heldByOther: ({ address, holder }, name) =>
    l10n.t('{0} is held by {1}. Allow the takeover or choose another address.', shownName(address), name(holder)),
  duplicate: ({ address }) => l10n.t('{0} is listed twice. List it once.', shownName(address)),
  tooMany: ({ networkInterfaceNo, has, wants, limit }, name) =>
    has >= limit
      ? l10n.t('{0} is full: {1} of {2} secondary IPs. Unassign one first.', name(networkInterfaceNo), has, limit)
      : l10n.t(
          '{0} has {1} of {2} secondary IPs: room for {3}, not {4}.',
          name(networkInterfaceNo),
          has,
          limit,
          limit - has,
          wants,
        ),
  badCount: ({ count, limit }) => l10n.t('{0} is not a number from 1 to {1}.', count, limit),
  severalSubnets: ({ networkInterfaceNos }, name) =>
    l10n.t(
      'These interfaces are in different subnets: {0}. An address can only move within its subnet.',
      someOf(networkInterfaceNos.map(name)),
    ),
  notFound: ({ address }) =>
    l10n.t('No interface in the subnet has {0} as a secondary IP. Refresh and try again.', shownName(address)),
  movedOn: ({ address, holder }, name) =>
    holder === undefined
      ? l10n.t('{0} is no longer where it was: no interface holds it.', shownName(address))
      : l10n.t('{0} is no longer where it was: {1} holds it now.', shownName(address), name(holder)),
  alreadyUndone: () => l10n.t('This change was already undone.'),
  stillUnknown: ({ addresses }) =>
    l10n.t(
      'The outcome for {0} is unknown. None of it is where this change would have put it, so there is nothing to undo.',
      addresses.join(', '),
    ),
  noUnseenAddress: ({ cidr, wants, left }) =>
    l10n.t(
      '{0} addresses are needed, but only {1} are left in {2}: the others are seen in use, reserved, or in this plan.',
      wants,
      left,
      shownName(cidr),
    ),
};

/** One sentence for one problem, in the user's language. */
export function problemText(problem: Problem, name: Namer): string {
  return (rows[problem.kind] as Row<Problem['kind']>)(problem, name);
}
