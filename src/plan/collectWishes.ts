import { maxSecondaryIps, type NetworkInterface } from '../model/networkInterface';
import { checkAddress } from './checkAddress';
import { checkInterface } from './checkInterface';
import type { AssignItem, IntentItem, MoveItem } from './intent';
import type { Problem } from './plan';
import { addressKey, type Planning } from './planning';
import { proposeAddresses } from './unseenAddresses';
import { unseenAddresses } from './unseenAddresses';
import type { Wish } from './draft';

type GainItem = AssignItem | MoveItem;
type OpenWish = { -readonly [K in keyof Wish]: Wish[K] extends readonly (infer T)[] ? T[] : Wish[K] };

/**
 * Turns assign and move items into one wish per interface. Listed addresses are settled before any is proposed, and
 * proposals before the service's own choice is counted, so that no item is offered what another one asked for.
 */
export function collectWishes(items: readonly IntentItem[], planning: Planning): Wish[] {
  const { draft, problems } = planning;
  const wishes = new Map<string, OpenWish>();
  const gains = items.flatMap((item, index) => {
    if (item.kind === 'unassign') return [];
    const problem = badCount(item) ?? failedCheck(planning, item);
    if (problem) problems.push({ ...problem, item: index });
    const networkInterface = draft.interface(item.networkInterfaceNo);
    return problem || !networkInterface ? [] : [{ item, index, networkInterface }];
  });
  const wishOf = ({ networkInterfaceNo, subnetNo }: NetworkInterface, index: number): OpenWish => {
    const open: OpenWish = { networkInterfaceNo, subnetNo, listed: [], takes: [], count: 0, items: [] };
    const wish = wishes.get(networkInterfaceNo) ?? open;
    wishes.set(networkInterfaceNo, wish);
    if (!wish.items.includes(index)) wish.items.push(index);
    return wish;
  };

  for (const { item, index, networkInterface } of gains) {
    for (const wanted of listedAddresses(item, index, networkInterface, planning)) {
      const wish = wishOf(networkInterface, index);
      wish.listed.push(wanted.address);
      if (wanted.from !== undefined) wish.takes.push({ address: wanted.address, from: wanted.from });
    }
  }
  for (const { item, index, networkInterface } of gains) {
    const wants = item.kind === 'assign' ? (item.propose ?? 0) : 0;
    if (wants === 0) continue;
    const { subnetNo } = networkInterface;
    const proposed = proposeAddresses(draft, subnetNo, wants, spokenFor(planning, subnetNo));
    for (const address of proposed) {
      planning.gained.add(addressKey(subnetNo, address));
      wishOf(networkInterface, index).listed.push(address);
    }
    if (proposed.length < wants) {
      const cidr = draft.range(subnetNo)?.cidr ?? '';
      problems.push({ kind: 'noUnseenAddress', cidr, wants, left: proposed.length, item: index });
    }
  }
  const counted = new Map<string, number>();
  for (const { item, index, networkInterface } of gains) {
    const wants = item.kind === 'assign' ? (item.count ?? 0) : 0;
    if (wants === 0) continue;
    wishOf(networkInterface, index).count += wants;
    const { subnetNo } = networkInterface;
    const before = counted.get(subnetNo) ?? 0;
    counted.set(subnetNo, before + wants);
    const left = roomFor(planning, subnetNo, before + wants) - before;
    if (left < wants) {
      const cidr = draft.range(subnetNo)?.cidr ?? '';
      problems.push({ kind: 'noUnseenAddress', cidr, wants, left: Math.max(0, left), item: index });
    }
  }
  for (const wish of wishes.values()) wish.items.sort((a, b) => a - b);
  return [...wishes.values()].sort((a, b) => (a.items[0] ?? 0) - (b.items[0] ?? 0));
}

function badCount(item: GainItem): Problem | undefined {
  if (item.kind === 'move') return undefined;
  const isCount = (value: number) => Number.isInteger(value) && value >= 0 && value <= maxSecondaryIps;
  const count = [item.count ?? 0, item.propose ?? 0].find((value) => !isCount(value));
  return count === undefined ? undefined : { kind: 'badCount', count, limit: maxSecondaryIps };
}

function failedCheck({ draft }: Planning, item: GainItem): Problem | undefined {
  const check = checkInterface(draft, item.networkInterfaceNo);
  if (!check.ok) return check.problem;
  if (item.kind !== 'move' || item.from === undefined) return undefined;
  const source = draft.interface(item.from);
  if (!source) return { kind: 'unknownInterface', networkInterfaceNo: item.from };
  if (source.subnetNo === check.networkInterface.subnetNo) return undefined;
  return { kind: 'severalSubnets', networkInterfaceNos: [item.from, item.networkInterfaceNo] };
}

/** The listed addresses of one item that are to be assigned, each with the interface that loses it, when one does. */
function listedAddresses(
  item: GainItem,
  index: number,
  { networkInterfaceNo, subnetNo }: NetworkInterface,
  { draft, problems, warnings, gained, released }: Planning,
): { address: string; from: string | undefined }[] {
  const wanted: { address: string; from: string | undefined }[] = [];
  const alreadyThere: string[] = [];
  const refuse = (problem: Problem) => void problems.push({ ...problem, item: index });
  for (const text of item.secondaryIps) {
    const check = checkAddress(draft, networkInterfaceNo, text, item.kind === 'move' || item.allowReassign);
    if (!check.ok) {
      refuse(check.problem);
      continue;
    }
    const { address, state } = check;
    const key = addressKey(subnetNo, address);
    const from = state === 'takes' ? check.holder.networkInterfaceNo : undefined;
    const loser = from === undefined ? undefined : checkInterface(draft, from);
    const contradicts = released.get(key) === networkInterfaceNo || (item.kind === 'move' && released.has(key));
    if (gained.has(key) || contradicts) refuse({ kind: 'duplicate', address });
    else if (state === 'alreadyThere') alreadyThere.push(address);
    else if (item.kind === 'move' && from === undefined) refuse({ kind: 'notFound', address, subnetNo });
    else if (item.kind === 'move' && item.from !== undefined && item.from !== from) {
      refuse({ kind: 'movedOn', address, expected: item.from, holder: from });
    } else if (loser && !loser.ok) refuse(loser.problem);
    else wanted.push({ address, from });
    gained.add(key);
  }
  if (alreadyThere.length > 0) warnings.push({ kind: 'alreadyThere', networkInterfaceNo, addresses: alreadyThere });
  return wanted;
}

/** Addresses of one subnet that an item asks for or gives back, or that are reserved: none may be proposed to another. */
function spokenFor({ gained, released, reservedIn }: Planning, subnetNo: string): Set<string> {
  const keys = [...gained, ...released.keys()].filter((key) => key.startsWith(`${subnetNo} `));
  return new Set([...keys.map((key) => key.slice(subnetNo.length + 1)), ...reservedIn(subnetNo).keys()]);
}

/** How many addresses the service could choose, counted up to `enough`. What is given back counts: it is free by then. */
function roomFor({ draft, gained }: Planning, subnetNo: string, enough: number): number {
  let room = 0;
  for (const address of unseenAddresses(draft, subnetNo)) {
    if (!gained.has(addressKey(subnetNo, address))) room++;
    if (room >= enough) break;
  }
  return room;
}
