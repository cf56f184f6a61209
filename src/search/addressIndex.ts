import type { Network } from '../model/network';
import { fields, matches, type Field, type Hit, type Match, type SearchScope } from './hit';
import { fold, needleFor } from './needleFor';
import { placesOf, type AddressPlace } from './placesOf';
import { createShard, type Shard } from './shard';
import { toHit } from './toHit';

/** A network and the profile it was read with. */
export interface IndexedNetwork {
  readonly profile: { readonly id: string; readonly name: string };
  readonly network: Network;
}

/** Every loaded network at once, ready to be searched at each keystroke. */
export interface AddressIndex {
  /**
   * What fits the text best: exact before prefix before inside, each in the order of {@link fields}, then of the networks,
   * then of addresses. Stops at the limit, so the work follows the limit and not the number of interfaces that fit.
   */
  find(text: string, limit?: number): Hit[];
  /** Where an IPv4 address stands in every subnet it lies in; empty for anything else. */
  placeOf(address: string): AddressPlace[];
  /** For the next index: a network that is still the same object is not read again. */
  readonly shards: ReadonlyMap<Network, Shard>;
}

/** Indexes networks; given the index before, only those that changed since. */
export function createAddressIndex(
  networks: readonly IndexedNetwork[],
  previous?: Pick<AddressIndex, 'shards'>,
): AddressIndex {
  const shards = new Map<Network, Shard>();
  const scoped = networks.map(({ profile, network }) => {
    const shard = shards.get(network) ?? previous?.shards.get(network) ?? createShard(network);
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
          collect(columns[field], needle, match, (entry) => {
            const key = `${keyOf(scope)} ${entry.key}`;
            if (!hits.has(key)) hits.set(key, toHit(entry, network, scope, field, match));
            return hits.size < limit;
          });
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

/** Hands over what fits until the taker has enough. */
function collect(
  { haystack, entries }: Shard['columns'][Field],
  needle: string,
  match: Match,
  take: (entry: Shard['columns'][Field]['entries'][number]) => boolean,
): void {
  for (const index of haystack.find(needle, match)) {
    const entry = entries[index];
    if (entry && !take(entry)) return;
  }
}
