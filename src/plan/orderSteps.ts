import { maxSecondaryIps } from '../model/networkInterface';
import type { Planning } from './planning';
import type { Wish } from './wish';

/**
 * Puts the wishes in an order in which no interface ever holds more than five, and simulates each one.
 * Calls that leave the choice to the service come last: it must not choose what a later call lists.
 * When no wish fits whole, one takeover that makes room elsewhere is done ahead of the rest of its wish.
 * What still does not fit is a problem of its interface.
 */
export function orderSteps(wishes: readonly Wish[], planning: Planning): void {
  const { draft, steps, problems } = planning;
  let pending = wishes.toSorted((a, b) => Number(a.count > 0) - Number(b.count > 0));
  const has = (no: string) => draft.secondaryIps(no).length;
  const fits = (wish: Wish) => has(wish.networkInterfaceNo) + wish.listed.length + wish.count <= maxSecondaryIps;

  while (pending.length > 0) {
    const next = pending.find(fits);
    const part = next ?? makingRoom(pending, has);
    if (!part) break;
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
    pending = pending.flatMap((wish) => {
      if (wish.networkInterfaceNo !== part.networkInterfaceNo) return [wish];
      return next ? [] : [without(wish, part.listed)];
    });
  }
  for (const { networkInterfaceNo, listed, count, items } of pending) {
    const [item] = items;
    const wants = listed.length + count;
    const problem = {
      kind: 'tooMany',
      networkInterfaceNo,
      has: has(networkInterfaceNo),
      wants,
      limit: maxSecondaryIps,
    } as const;
    problems.push({ ...problem, ...(item !== undefined && { item }) });
  }
}

/** One takeover that fits by itself and gives room to an interface another wish waits for. */
function makingRoom(pending: readonly Wish[], has: (networkInterfaceNo: string) => number): Wish | undefined {
  const waiting = new Set(pending.map((wish) => wish.networkInterfaceNo));
  for (const wish of pending) {
    if (has(wish.networkInterfaceNo) >= maxSecondaryIps) continue;
    const take = wish.takes.find(({ from }) => waiting.has(from));
    if (take) return { ...wish, listed: [take.address], takes: [take], count: 0 };
  }
  return undefined;
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
