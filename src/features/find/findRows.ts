import { l10n, ThemeIcon } from 'vscode';
import { isIpv4 } from '../../model/address';
import { severalAddresses, soughtBy } from '../../search/addressTable';
import type { AddressIndex } from '../../search/addressIndex';
import type { Hit, SearchScope } from '../../search/hit';
import type { Scope } from '../../session/scope';
import { errorText } from '../../words/errorText';
import type { Choice, Notice, SearchRow } from '../../ui/prompter';
import { hitText, placeText } from './searchText';
import { shownName } from '../../words/shownName';
import { whereText } from '../../words/whereText';
import { severalRows } from './severalRows';
import type { Found } from './found';
import type { MissingRegion } from './shownIndex';

/** What open files keep in a subnet, with for whom. */
type ReservedHere = (scope: SearchScope, subnetNo: string) => ReadonlyMap<string, string>;

/** A list longer than this is not read but narrowed down. */
const most = 50;
/** As in the tree: a primary address is a filled dot, a secondary one is an outline. */
const icons = {
  primary: 'circle-filled',
  secondary: 'circle-outline',
  interface: 'plug',
  subnet: 'type-hierarchy-sub',
} as const;

/**
 * What was read of a text, best first. Of a whole address: who holds it, then what is known of it, and only then what
 * merely begins with it, so that Enter never takes an address that was not typed.
 */
export function findRows(
  index: Pick<AddressIndex, 'find' | 'placeOf'>,
  missing: readonly MissingRegion[],
  typed: string,
  mayAssign: (scope: SearchScope) => boolean,
  reservedIn: ReservedHere = () => new Map(),
): SearchRow<Found>[] {
  const text = soughtBy(typed);
  const several = severalAddresses(text);
  if (several) return [...severalRows(index, several), ...missing.map(missingRow)];
  const isReading = missing.some(({ error }) => error === undefined);
  const found = index.find(text, most + 1);
  const isFirst = ({ match }: Hit): boolean => match === 'exact' || !isIpv4(text);
  const hits = found.slice(0, most);
  // A public IP is in no subnet, and no news of it while it was found.
  const mayBeOutside = !isReading && !hits.some(({ match }) => match === 'exact');
  const rows = [
    ...hits.filter(isFirst).map(hitRow),
    ...placeRows(index, text, mayBeOutside, mayAssign, reservedIn),
    ...mapRows(index, text),
    ...hits.filter((hit) => !isFirst(hit)).map(hitRow),
  ];
  const hasNothing = rows.length === 0 && text !== '' && !isReading;
  return [
    ...rows,
    ...(hasNothing ? [notice('info', l10n.t('No match for {0}.', text))] : []),
    ...(found.length > most
      ? [notice('info', l10n.t('Showing only the first {0}. Type more to narrow them down.', most))]
      : []),
    ...missing.map(missingRow),
  ];
}

/** A region that has no say in what is found, and why; Enter does not take it. */
export function regionNotice(icon: string, label: string, scope: Scope, error?: unknown): Notice {
  return {
    ...notice(icon, label),
    description: whereText(scope),
    ...(error !== undefined && { detail: errorText(error).message }),
  };
}

/** A row that only says something. */
function notice(icon: string, label: string): Notice {
  return { isNotice: true, iconPath: new ThemeIcon(icon), label };
}

/** What was found, to be revealed. */
function hitRow(hit: Hit): Choice<Found> {
  const words = hitText(hit);
  return {
    ...words,
    iconPath: new ThemeIcon(icons[hit.kind === 'address' ? hit.role : hit.kind]),
    value: { kind: 'hit', hit },
  };
}

/** While a region is being read, nothing is said to be outside. What is not seen in use can be assigned from here. */
function placeRows(
  index: Pick<AddressIndex, 'placeOf'>,
  text: string,
  mayBeOutside: boolean,
  mayAssign: (scope: SearchScope) => boolean,
  reservedIn: ReservedHere,
): SearchRow<Found>[] {
  return index.placeOf(text).flatMap((place): SearchRow<Found>[] => {
    if (place.kind === 'held' || (place.kind === 'outside' && !mayBeOutside)) return [];
    const reserved = place.kind === 'unseen' ? reservedIn(place.scope, place.subnetNo) : undefined;
    const words = placeText(text, place, reserved?.get(text));
    const row = { ...words, iconPath: new ThemeIcon('info') };
    if (place.kind === 'outside') return [{ ...row, isNotice: true }];
    const found: Choice<Found> = { ...row, value: { kind: 'place', place } };
    if (place.kind !== 'unseen' || !mayAssign(place.scope)) return [found];
    const assign: Choice<Found> = {
      value: { kind: 'assign', place, address: text },
      iconPath: new ThemeIcon('add'),
      label: l10n.t('Assign {0} Here…', text),
      description: l10n.t('to an interface of {0}', place.subnetName ?? place.subnetNo),
      detail: words.detail,
    };
    return [found, assign];
  });
}

/** The map of the subnet that a whole address is in, once for each subnet. */
function mapRows(index: Pick<AddressIndex, 'placeOf'>, text: string): Choice<Found>[] {
  const places = index.placeOf(text).filter((place) => place.kind !== 'outside');
  const subnets = new Map(places.map((place) => [`${scopeName(place.scope)} ${place.subnetNo}`, place]));
  return [...subnets.values()].map(({ scope, subnetNo, subnetName }) => ({
    value: { kind: 'map', scope, subnetNo, address: text },
    iconPath: new ThemeIcon('table'),
    label: l10n.t('Show {0} in Subnet Map', text),
    description: [shownName(subnetName ?? subnetNo), scopeName(scope)].join(' · '),
  }));
}

function scopeName({ profileName, regionCode }: SearchScope): string {
  return whereText({ profile: { name: profileName }, regionCode });
}

function missingRow({ scope, error }: MissingRegion): Notice {
  return error === undefined
    ? regionNotice('sync~spin', l10n.t('This region is still loading.'), scope)
    : regionNotice('warning', l10n.t('Could not load this region.'), scope, error);
}
