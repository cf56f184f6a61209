import type { AccessControlGroup } from '../model/accessControlGroup';
import { fold } from '../model/fold';
import { wantedWords } from '../model/lines';
import type { Network } from '../model/network';
import { fields, matches, type Field, type Hit, type Match, type SearchScope } from './hit';
import { needleFor } from './needleFor';
import { placesOf, type AddressPlace } from './placesOf';
import { patchedShard } from './patchedShard';
import { createShard, type Entry, type Shard } from './shard';
import { toHit } from './toHit';

/** A network and the profile it was read with. */
export interface IndexedNetwork {
  readonly profile: { readonly id: string; readonly name: string };
  readonly network: Network;
  /** Its ACGs, where they were read: interfaces carry their numbers only. */
  readonly groups?: readonly AccessControlGroup[] | undefined;
}

/** Every loaded network at once, ready to be searched at each keystroke. */
export interface AddressIndex {
  /**
   * What fits the text best: exact before prefix before inside, each in the order of {@link fields}, then of the networks,
   * then of addresses. Several
   * words come last: what holds each of them somewhere. Stops at the limit, so the work follows the limit and not the number of interfaces that fit.
   */
  find(text: string, limit?: number): Hit[];
  /** Where an IPv4 address stands in every subnet it lies in; empty for anything else. */
  placeOf(address: string): AddressPlace[];
  /** For the next index: a network that is still the same object is not read again. */
  readonly shards: ReadonlyMap<Network, Shard>;
}

/** Indexes networks; given the index before, only what changed since. */
export function createAddressIndex(
  networks: readonly IndexedNetwork[],
  previous?: Pick<AddressIndex, 'shards'>,
): AddressIndex {
  const shards = new Map<Network, Shard>();
  const scoped = networks.map(({ profile, network, groups }) => {
    const known = shards.get(network) ?? previous?.shards.get(network);
    const shard =
      known && known.groups === groups
        ? known
        : (patchedShard(network, groups, previous?.shards.values() ?? []) ?? createShard(network, groups));
    shards.set(network, shard);
    return { ...shard, scope: { profileId: profile.id, profileName: profile.name, regionCode: network.regionCode } };
  });

  return {
    shards,
    find(text, limit = 50) {
      const hits = new Map<string, Hit>();
      const folded = fold(text.trim());
      if (folded === '') return [];
      for (const [match, field] of ranks) {
        const needle = needleFor(field, folded);
        if (needle === undefined || needle === '') continue;
        for (const { columns, network, scope } of scoped) {
          if (hits.size >= limit) return [...hits.values()];
          for (const { entry, text: found } of columns[field].find(needle, match)) {
            const key = `${keyOf(scope)} ${entry.key}`;
            if (!hits.has(key)) hits.set(key, toHit(entry, network, { scope, field, match, text: found }));
            if (hits.size >= limit) break;
          }
        }
      }
      for (const { lines, network, scope } of scoped) {
        for (const entry of withEveryWord(folded, scope, lines)) {
          if (hits.size >= limit) return [...hits.values()];
          const key = `${keyOf(scope)} ${entry.key}`;
          if (!hits.has(key)) hits.set(key, toHit(entry, network, { scope, field: 'words', match: 'substring' }));
        }
      }
      return [...hits.values()];
    },
    placeOf: (address) => placesOf(address.trim(), scoped),
  };
}

const ranks: readonly (readonly [Match, Field])[] = matches.flatMap((match) =>
  fields.map((field) => [match, field] as const),
);

const keyOf = ({ profileId, regionCode }: SearchScope): string => `${profileId} ${regionCode}`;

/** What holds each of several words somewhere; one that names the profile or the region narrows down to it. */
function* withEveryWord(folded: string, scope: SearchScope, lines: Shard['lines']): Iterable<Entry> {
  const wanted = wantedWords(folded, scope);
  if (wanted.length === 0 || !folded.includes(' ')) return;
  for (const { entry, line } of lines()) if (wanted.every((word) => line.includes(word))) yield entry;
}
