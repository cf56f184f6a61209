import type { MapData, MapHolder, MapPatch } from './mapData';

/** What leads from one map of a subnet to a later one; undefined when the whole has to be drawn anew. */
export function patchBetween(before: MapData, after: MapData): MapPatch | undefined {
  if (before.cidr !== after.cidr || JSON.stringify(before.declared) !== JSON.stringify(after.declared))
    return undefined;
  const known = byNumber(before.holders);
  const left = byNumber(after.holders);
  return {
    changed: after.holders.filter((holder) => !isSame(known.get(holder.networkInterfaceNo), holder)),
    gone: before.holders.map(numberOf).filter((no) => !left.has(no)),
  };
}

/** The map with a patch: what it leaves alone stays the same object. */
export function patched(data: MapData, { changed, gone }: MapPatch): MapData {
  const holders = byNumber(data.holders);
  for (const no of gone) holders.delete(no);
  for (const holder of changed) holders.set(holder.networkInterfaceNo, holder);
  return { ...data, holders: [...holders.values()] };
}

const numberOf = ({ networkInterfaceNo }: MapHolder): string => networkInterfaceNo;
const byNumber = (holders: readonly MapHolder[]): Map<string, MapHolder> =>
  new Map(holders.map((holder) => [holder.networkInterfaceNo, holder]));

/** They are data of one depth: their texts are alike when they are. */
function isSame(one: MapHolder | undefined, other: MapHolder): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
