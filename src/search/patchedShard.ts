import { compareAddresses } from '../model/address';
import type { Network } from '../model/network';
import type { NetworkInterface } from '../model/networkInterface';
import { fields, type Field } from './hit';
import { createShard, type Column, type Entry, type EntryLine, type Groups, type Shard } from './shard';

/** So many interfaces stand beside the rest; with more of them everything is read once again. */
const mostChanged = 200;

/**
 * The shard of a network of which only interfaces changed since another was read whole: those are read, and stand in the
 * place of what they were. Undefined where more is other than that.
 */
export function patchedShard(network: Network, groups: Groups | undefined, known: Iterable<Shard>): Shard | undefined {
  for (const { whole } of known) {
    const changed = whole.groups === groups ? changedSince(whole.network, network) : undefined;
    if (changed) return patched(whole, network, changed);
  }
  return undefined;
}

function changedSince(old: Network, now: Network): readonly NetworkInterface[] | undefined {
  const isSameAround = old.vpcs === now.vpcs && old.subnets === now.subnets && old.servers === now.servers;
  if (!isSameAround || old.interfaces.length !== now.interfaces.length) return undefined;
  const changed = now.interfaces.filter((one, at) => one !== old.interfaces[at]);
  const isInPlace = changed.every(({ networkInterfaceNo: no }) => old.interface(no));
  return isInPlace && changed.length <= mostChanged ? changed : undefined;
}

function patched(whole: Shard, network: Network, changed: readonly NetworkInterface[]): Shard {
  const fresh = createShard(network, whole.groups, { subnets: [], interfaces: changed });
  const replaced = new Set(changed.map(({ networkInterfaceNo }) => networkInterfaceNo));
  const isOld = ({ entry }: { readonly entry: Entry }): boolean =>
    entry.kind !== 'subnet' && replaced.has(entry.networkInterface.networkInterfaceNo);
  const columnOf = (field: Field): Column => ({
    find: (needle, match) =>
      merged(whole.columns[field].find(needle, match), isOld, fresh.columns[field].find(needle, match)),
  });
  return {
    network,
    columns: Object.fromEntries(fields.map((field) => [field, columnOf(field)])) as Shard['columns'],
    groups: whole.groups,
    lines: () => merged<EntryLine>(whole.lines(), isOld, fresh.lines()),
    whole,
  };
}

/** Both in the order of addresses; made one at a time, so that a reader that has enough stops both. */
function* merged<T extends { readonly entry: Entry }>(
  known: Iterable<T>,
  isOld: (found: T) => boolean,
  fresh: Iterable<T>,
): Iterable<T> {
  const waiting = fresh[Symbol.iterator]();
  let next = waiting.next();
  for (const found of known) {
    if (isOld(found)) continue;
    for (; !next.done && isBefore(next.value.entry, found.entry); next = waiting.next()) yield next.value;
    yield found;
  }
  for (; !next.done; next = waiting.next()) yield next.value;
}

function isBefore(one: Entry, other: Entry): boolean {
  // Subnets come first among the lines, and have columns of their own.
  if (one.kind === 'subnet' || other.kind === 'subnet') return false;
  return compareAddresses(addressOf(one), addressOf(other)) < 0;
}

function addressOf(entry: Exclude<Entry, { kind: 'subnet' }>): string {
  return entry.kind === 'address' ? entry.address : entry.networkInterface.ip;
}
