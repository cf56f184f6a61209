import type { Event } from 'vscode';
import { addressToNumber, numberToAddress } from '../model/address';
import type { AddressRange } from '../model/addressRange';
import type { NetworkStore } from './networkStore';
import { createEmitter, type Emitter } from './emitter';
import { scopeKey, type Scope } from './scope';

/** Addresses that are kept for somebody, as numbers, both ends included. */
export interface KeptRange {
  readonly first: number;
  readonly last: number;
  /** For whom: what the file says, else the name of the file. */
  readonly reason: string;
}

/** What a file keeps in one region. */
export interface KeptAddresses {
  readonly scope: Scope;
  /** The subnets that the file is about: where two use the same range, these are meant. */
  readonly subnetNos: ReadonlySet<string>;
  readonly ranges: readonly KeptRange[];
}

/** The reservations of the files of secondary IPs that are open in this window. Nothing is read before one is open. */
export interface Reservations {
  readonly onDidChange: Event<void>;
  /** The reserved addresses of a subnet, ascending within each reservation, each with whom it is kept for. */
  reservedIn(scope: Scope, subnetNo: string): ReadonlyMap<string, string>;
  /** What a file keeps now, in place of what it kept before; nothing once it is closed. */
  set(file: string, kept: readonly KeptAddresses[]): void;
  dispose(): void;
}

const none: ReadonlyMap<string, string> = new Map();

/** Empty until a file is open. */
export function createReservations(networks: Pick<NetworkStore, 'state'>): Reservations {
  const changed: Emitter<void> = createEmitter();
  const files = new Map<string, readonly KeptAddresses[]>();
  const known = new Map<string, { readonly range: AddressRange; readonly reserved: ReadonlyMap<string, string> }>();

  function reservedIn(scope: Scope, subnetNo: string): ReadonlyMap<string, string> {
    const network = files.size === 0 ? undefined : networks.state(scope).last?.network;
    const range = network?.range(subnetNo);
    if (!network || !range) return none;
    const key = `${scopeKey(scope)} ${subnetNo}`;
    const found = known.get(key);
    if (found?.range === range) return found.reserved;
    const isAround = (no: string, { first, last }: KeptRange): boolean => {
      const other = network.range(no);
      return !!other && first <= addressToNumber(other.lastUsable) && last >= addressToNumber(other.firstUsable);
    };
    const reserved = new Map<string, string>();
    for (const { scope: where, subnetNos, ranges } of [...files.values()].flat()) {
      if (scopeKey(where) !== scopeKey(scope)) continue;
      for (const kept of ranges) {
        const isMeant = subnetNos.has(subnetNo) || ![...subnetNos].some((no) => isAround(no, kept));
        if (isMeant) addRange(reserved, kept, range);
      }
    }
    known.set(key, { range, reserved });
    return reserved;
  }
  return {
    onDidChange: changed.event,
    reservedIn,
    set(file, kept) {
      const before = JSON.stringify(files.get(file) ?? [], plainSets);
      const counted = kept.filter(({ ranges }) => ranges.length > 0);
      if (JSON.stringify(counted, plainSets) === before) return;
      if (counted.length === 0) files.delete(file);
      else files.set(file, counted);
      known.clear();
      changed.fire();
    },
    dispose: () => changed.dispose(),
  };
}

/** As far as they are usable addresses of the subnet: a range may be as long as all there are. */
function addRange(reserved: Map<string, string>, { first, last, reason }: KeptRange, range: AddressRange): void {
  const end = Math.min(last, addressToNumber(range.lastUsable));
  for (let at = Math.max(first, addressToNumber(range.firstUsable)); at <= end; at++) {
    const address = numberToAddress(at);
    if (!reserved.has(address)) reserved.set(address, reason);
  }
}

function plainSets(_: string, value: unknown): unknown {
  return value instanceof Set ? [...value] : value;
}
