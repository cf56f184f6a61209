import { maxSecondaryIps } from '../model/networkInterface';
import type { Planning } from './planning';
import type { Wish } from './draft';

/**
 * Puts the wishes in an order in which no interface ever holds more than five, and simulates each one.
 * `allowReassign` is for a whole call, so addresses that are taken and addresses that are unseen go in calls of their own:
 * an unseen one that somebody gets hold of meanwhile is then refused instead of taken.
 * A call that leaves the choice to the service waits for the subnet's listed addresses: it must not choose one of them.
 * When no wish fits whole, one takeover that makes room elsewhere is done ahead of the rest of its wish.
 * What still does not fit is a problem of its interface.
 */
export function orderSteps(wishes: readonly Wish[], planning: Planning): void {
  const { draft, steps, problems } = planning;
  const counts = Map.groupBy(wishes, ({ subnetNo, count }) => (count > 0 ? subnetNo : undefined));
  const pending = wishes.flatMap((wish) => callsOf(wish, counts.get(wish.subnetNo) ?? []));
  const has = (no: string) => draft.secondaryIps(no).length;
  const isNext = (wish: Wish) => {
    if (has(wish.networkInterfaceNo) + wish.listed.length + wish.count > maxSecondaryIps) return false;
    return wish.count === 0 || !pending.some((other) => other !== wish && lists(other, wish.subnetNo));
  };

  while (pending.length > 0) {
    const next = pending.find(isNext);
    const source = next ?? makingRoom(pending, has);
    const part = next ?? (source && oneTakeover(source, pending));
    if (!part || !source) break;
    apply(part, planning);
    steps.push({
      action: 'assignSecondaryIps',
      networkInterfaceNo: part.networkInterfaceNo,
      secondaryIps: part.listed,
      count: part.count,
      allowReassign: part.takes.length > 0,
      takes: part.takes,
      items: part.items,
    });
    pending.splice(pending.indexOf(source), 1, ...(next ? [] : [without(source, part.listed)]));
  }
  const stuck = new Set(pending.map(({ networkInterfaceNo }) => networkInterfaceNo));
  for (const { networkInterfaceNo, listed, count, items } of wishes.filter((one) =>
    stuck.has(one.networkInterfaceNo),
  )) {
    const [item] = items;
    const gained = draft.secondaryIps(networkInterfaceNo).filter((address) => listed.includes(address)).length;
    const problem = {
      kind: 'tooMany',
      networkInterfaceNo,
      has: has(networkInterfaceNo) - gained,
      wants: listed.length + count,
      limit: maxSecondaryIps,
    } as const;
    problems.push({ ...problem, ...(item !== undefined && { item }) });
  }
}

function lists(wish: Wish, subnetNo: string): boolean {
  return wish.subnetNo === subnetNo && wish.listed.length > 0;
}

/**
 * The calls of a wish: what is taken, then what is unseen. List and count share a call, unless a second interface of the
 * subnet leaves the choice to the service too (`counting`: those of the subnet that do).
 */
function callsOf(wish: Wish, counting: readonly Wish[]): Wish[] {
  const held = new Set(wish.takes.map(({ address }) => address));
  const taken = { ...wish, listed: wish.listed.filter((address) => held.has(address)), count: 0 };
  const unseen = { ...wish, listed: wish.listed.filter((address) => !held.has(address)), takes: [] };
  const isShared = counting.some((other) => other !== wish);
  const rest = isShared
    ? [
        { ...unseen, count: 0 },
        { ...unseen, listed: [] },
      ]
    : [unseen];
  return [taken, ...rest].filter(({ listed, count }) => listed.length + count > 0);
}

/** A wish with room for one takeover from an interface that another wish waits for. */
function makingRoom(pending: readonly Wish[], has: (networkInterfaceNo: string) => number): Wish | undefined {
  return pending.find((wish) => has(wish.networkInterfaceNo) < maxSecondaryIps && oneTakeover(wish, pending));
}

function oneTakeover(wish: Wish, pending: readonly Wish[]): Wish | undefined {
  const take = wish.takes.find(({ from }) => pending.some((other) => other.networkInterfaceNo === from));
  return take && { ...wish, listed: [take.address], takes: [take], count: 0 };
}

function without(wish: Wish, done: readonly string[]): Wish {
  return {
    ...wish,
    listed: wish.listed.filter((address) => !done.includes(address)),
    takes: wish.takes.filter(({ address }) => !done.includes(address)),
  };
}

function apply(wish: Wish, { draft }: Planning): void {
  for (const { address, from } of wish.takes) draft.remove(from, address);
  for (const address of wish.listed) draft.add(wish.networkInterfaceNo, address);
}
