import type { CompletionPlace } from '../../declared/completionPlace';
import { addressToNumber, isIpv4 } from '../../model/address';
import type { Network } from '../../model/network';
import { createInterfaceNames, type InterfaceNames } from '../../plan/interfaceNames';
import type { NetworkStore } from '../../session/networkStore';
import type { ProfileStore } from '../../session/profileStore';
import type { Reservations } from '../../session/reservations';
import type { Scope } from '../../session/scope';
import { declaredScope } from '../declared/declaredScope';

/** What completion asks. */
export interface FileNetworks {
  readonly profiles: Pick<ProfileStore, 'active' | 'all'>;
  readonly networks: Pick<NetworkStore, 'state'>;
  readonly reservations: Pick<Reservations, 'reservedIn'>;
  /** Codes of the regions that a profile, the active one without a name, is known to have. */
  readonly regionsOf: (profile: string | undefined) => Promise<readonly string[]>;
}

/** The region that a document is about as last read; nothing of it while it was never read. */
export interface Around {
  readonly scope: Scope | undefined;
  readonly network?: Network;
  readonly names?: InterfaceNames;
  /** Subnets of the interfaces that the document names, in its order. */
  readonly subnetNos: ReadonlySet<string>;
  /** Kept for somebody: by this document, or by another open file. */
  readonly isKept: (subnetNo: string, address: string) => boolean;
}

const known = new WeakMap<Network, InterfaceNames>();

/** The network that a half written document is about. */
export function networkAround(place: CompletionPlace, surroundings: FileNetworks): Around {
  const { profiles, networks, reservations } = surroundings;
  const word = (text: string | undefined) => (text === undefined ? undefined : { text, start: 0, end: 0 });
  const scope = declaredScope(profiles, { profile: word(place.profile), region: word(place.region) });
  const network = scope && networks.state(scope).last?.network;
  if (!network) return { subnetNos: new Set(), isKept: () => false, scope };
  const names = known.get(network) ?? createInterfaceNames(network);
  known.set(network, names);
  const named = [...place.interfaces, ...place.floating.flatMap(({ holders }) => holders)];
  const subnetNos = new Set(named.flatMap((name) => interfaceOf({ network, names }, name)?.subnetNo ?? []));
  const isKept = (subnetNo: string, address: string): boolean =>
    place.isReserved(addressToNumber(address)) || reservations.reservedIn(scope, subnetNo).has(address);
  return { scope, network, names, subnetNos, isKept };
}

/** The interface that a name means; undefined where it means none or several. */
export function interfaceOf({ network, names }: Pick<Around, 'network' | 'names'>, name: string) {
  const found = names?.find(name);
  return typeof found === 'string' ? network?.interface(found) : undefined;
}

/** The subnets that an address lies in, of those that the document is about where it lies in one of them. */
export function subnetsAround({ network, subnetNos }: Around, address: string): string[] {
  if (!network || !isIpv4(address)) return [];
  const found = network.subnets
    .map(({ subnetNo }) => subnetNo)
    .filter((no) => (network.range(no)?.place(address) ?? 'outside') !== 'outside');
  const own = found.filter((no) => subnetNos.has(no));
  return own.length > 0 ? own : found;
}
