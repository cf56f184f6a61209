import type { MapData, MapHolder } from './mapData';

/** One address that a change of ours took from an interface, gave to one, or both. */
export interface MapTransfer {
  readonly offset: number;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A change of ours, as far as it is about the addresses of one subnet. */
export interface MapChange {
  /** Epoch ms. */
  readonly at: number;
  readonly transfers: readonly MapTransfer[];
}

/** What the history knows of a subnet: its changes, the oldest first, and the names of interfaces that may be gone. */
export interface MapHistory {
  readonly changes: readonly MapChange[];
  readonly names: readonly Pick<MapHolder, 'networkInterfaceNo' | 'title' | 'server'>[];
}

/** The map as it was before a change: each of its addresses is where the change found it, whoever was seen to have it. */
export function withoutChange(data: MapData, { transfers }: MapChange, names: MapHistory['names']): MapData {
  return transfers.toReversed().reduce((now, { offset, from }) => putOn(now, offset, from, names), data);
}

/**
 * The map as it was when only the first `count` changes of the history were made, as far as the history knows: what
 * somebody else changed in between is not in it, and of a status of that time nothing is known.
 */
export function mapAsOf(now: MapData, { changes, names }: MapHistory, count: number): MapData {
  const past = changes
    .slice(count)
    .toReversed()
    .reduce((data, change) => withoutChange(data, change, names), now);
  return { ...past, holders: past.holders.map((holder) => ({ ...holder, isChanging: false, status: '' })) };
}

/** When each address came to be as it is after the first `count` changes (epoch ms): absent where the history does not know. */
export function sinceOf({ changes }: MapHistory, data: MapData, count = changes.length): ReadonlyMap<number, number> {
  if (count === 0) return new Map();
  const holders = new Map<number, string>();
  for (const { networkInterfaceNo, secondaries, primary } of data.holders) {
    for (const offset of secondaries) holders.set(offset, networkInterfaceNo);
    if (primary !== undefined) holders.set(primary, networkInterfaceNo);
  }
  const since = new Map<number, number>();
  const seen = new Set<number>();
  for (const { at, transfers } of changes.slice(0, count).toReversed()) {
    for (const { offset, to } of transfers) {
      // Somebody else changed it since: when, nobody here knows.
      if (!seen.has(offset) && holders.get(offset) === to) since.set(offset, at);
      seen.add(offset);
    }
  }
  return since;
}

function putOn(data: MapData, offset: number, no: string | undefined, names: MapHistory['names']): MapData {
  const holders = data.holders.map((holder): MapHolder => {
    const { networkInterfaceNo, secondaries, primary } = holder;
    const isIt = networkInterfaceNo === no;
    // Who has it as its primary IP now came later.
    const isLater = primary === offset && !isIt;
    const isMissing = isIt && primary !== offset && !secondaries.includes(offset);
    if (!isLater && !isMissing && (isIt || !secondaries.includes(offset))) return holder;
    const others = secondaries.filter((one) => one !== offset);
    return {
      ...holder,
      ...(isLater && { primary: undefined }),
      secondaries: isMissing ? [...others, offset].sort((a, b) => a - b) : others,
    };
  });
  if (no === undefined || holders.some(({ networkInterfaceNo }) => networkInterfaceNo === no))
    return { ...data, holders };
  const name = names.find(({ networkInterfaceNo }) => networkInterfaceNo === no);
  const gone: MapHolder = {
    networkInterfaceNo: no,
    title: name?.title ?? no,
    server: name?.server ?? '',
    status: '',
    isChanging: false,
    secondaries: [offset],
  };
  return { ...data, holders: [...holders, gone] };
}
