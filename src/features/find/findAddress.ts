import { l10n, ThemeIcon } from 'vscode';
import { isIpv4 } from '../../model/address';
import type { Network } from '../../model/network';
import { addressTable, severalAddresses, soughtBy } from '../../search/addressTable';
import type { SearchScope } from '../../search/hit';
import { scopeKey, type Scope } from '../../session/scope';
import type { SearchRow } from '../../ui/prompter';
import { withViewProgress } from '../../ui/progress';
import { interfaceTitle } from '../../words/interfaceTitle';
import { whereText } from '../../words/whereText';
import { assignHere } from '../assign/assignHere';
import type { CommandContext } from '../commandContext';
import { findRows, regionNotice } from './findRows';
import type { Found } from './found';
import { type Arguments } from '../readArguments';
import { revealFound, scopeOf } from './revealFound';
import { copyTable } from './severalRows';
import { knownNetwork } from '../ask/namerOf';
import { indexOf, openShownIndex, type ShownIndex } from './shownIndex';

/** A part of what is shown, to find something in. */
export interface FindPart {
  readonly name: string;
  readonly narrow: (network: Network) => Network;
  readonly hasRow: (row: SearchRow<Found>) => boolean;
}

/**
 * Find Address: over every loaded network while typing; an exact address that no loaded network holds is asked of the API
 * in every region shown. Enter reveals, or assigns what is not seen in use. By code: `{ text, interactive: false }` returns what was found.
 */
export function findAddress(context: CommandContext, args: Arguments): Promise<unknown> {
  return findIn(context, args);
}

/** Finds in the regions that `context` shows, or in the part of them that is named. */
export async function findIn(context: CommandContext, args: Arguments, part?: FindPart): Promise<unknown> {
  const { scopes, networks, prompter } = context;
  const text = args.options.text;
  if (args.isProgrammatic && text !== undefined) {
    const index = await withViewProgress(() => indexOf(networks, scopes.shown()));
    const several = severalAddresses(text);
    if (several) return { hits: [], places: [], table: addressTable(index, several) };
    const sought = soughtBy(text);
    return { hits: index.find(sought), places: index.placeOf(sought) };
  }
  const shown = openShownIndex(context, part?.narrow);
  const mayAssign = (scope: SearchScope): boolean => scopeOf(context, scope)?.profile.protection !== 'readOnly';
  const reservedIn = (where: SearchScope, subnetNo: string): ReadonlyMap<string, string> => {
    const scope = scopeOf(context, where);
    return scope ? context.reservations.reservedIn(scope, subnetNo) : new Map();
  };
  const answer = await prompter
    .search<Found>({
      title: [l10n.t('Find Address'), ...(part ? [part.name] : [])].join(' · '),
      placeholder: l10n.t(
        'One or more addresses, or a MAC, interface, server, subnet, public IP or ACG; several words work too',
      ),
      value: text,
      find: (typed) => findRows(shown.index(), shown.missing(), typed, mayAssign, reservedIn),
      onDidGrow: shown.onDidGrow,
      findMore: (typed, signal, add) =>
        askRegions(context, shown, soughtBy(typed), signal, (rows) => add(part ? rows.filter(part.hasRow) : rows)),
    })
    .finally(() => shown.dispose());
  if (answer?.kind !== 'next') return undefined;
  const found = answer.value;
  const scope = found.kind === 'assign' ? scopeOf(context, found.place.scope) : undefined;
  if (found.kind === 'assign' && scope) return assignHere(context, scope, found.place.subnetNo, found.address);
  if (found.kind === 'table') return copyTable(found);
  await revealFound(context, found);
  return found;
}

/** Asks every region shown for an address that nobody is known to hold; each answers when it can. One that is being read tells by itself. */
async function askRegions(
  context: Pick<CommandContext, 'scopes' | 'readers' | 'networks' | 'clock'>,
  shown: Pick<ShownIndex, 'index' | 'missing'>,
  text: string,
  signal: AbortSignal,
  add: (rows: readonly SearchRow<Found>[]) => void,
): Promise<void> {
  const address = text.trim();
  if (
    !isIpv4(address) ||
    shown
      .index()
      .placeOf(address)
      .some(({ kind }) => kind === 'held')
  )
    return;
  const reading = shown.missing().flatMap(({ scope, error }) => (error === undefined ? [scopeKey(scope)] : []));
  const asked = context.scopes.shown().filter((scope) => !reading.includes(scopeKey(scope)));
  await Promise.all(asked.map(async (scope) => add(await askRegion(context, scope, address, signal))));
}

async function askRegion(
  { readers, networks, clock }: Pick<CommandContext, 'readers' | 'networks' | 'clock'>,
  scope: Scope,
  address: string,
  signal: AbortSignal,
): Promise<SearchRow<Found>[]> {
  const description = whereText(scope);
  const known = knownNetwork(networks, scope);
  const askedAt = clock.now();
  try {
    const reader = await readers.open(scope);
    const found = await reader.interfaces([{ ip: address }, { secondaryIpList: [address] }], signal);
    // Whether the filters match a part of an address only is not documented.
    const holders = found.filter(({ ip, secondaryIpList }) => [ip, ...secondaryIpList].includes(address));
    return holders.map((networkInterface) => ({
      value: { kind: 'asked', scope, networkInterface, askedAt, follow: reader.follow },
      iconPath: new ThemeIcon('cloud'),
      label: address,
      description: `${interfaceTitle(networkInterface, known)} · ${description}`,
      detail: l10n.t('NAVER Cloud just reported it; it was not in the data loaded before.'),
    }));
  } catch (error) {
    if (signal.aborted) return [];
    return [regionNotice('warning', l10n.t('Could not query this region.'), scope, error)];
  }
}
