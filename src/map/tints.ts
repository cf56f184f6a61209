import type { Cells } from './cells';
import type { MapData } from './mapData';

/** What the cells are coloured by. */
export const colourModes = ['state', 'server', 'interface', 'recent'] as const;
/** One of the above. */
export type ColourMode = (typeof colourModes)[number];

/** So many colours can be told apart; with more servers or interfaces they begin again. */
const tintCount = 8;
/** Up to how long ago (ms) something counts as of the last hour, day, week and month. */
const ages = [3_600_000, 86_400_000, 7 * 86_400_000, 30 * 86_400_000] as const;

/** The class of a cell's colour, by what is asked for; undefined where it is coloured by its state. */
export type Tints = (offset: number) => string | undefined;

/** Colours for the cells of a map. `since`: when an address came to be as it is, in epoch ms, as `now` is. */
export function tintsOf(
  { data, cells, since, now }: { data: MapData; cells: Cells; since: ReadonlyMap<number, number>; now: number },
  mode: ColourMode,
): Tints {
  switch (mode) {
    case 'state':
      return () => undefined;
    case 'recent':
      return (offset) => {
        const at = since.get(offset);
        const age = at === undefined ? -1 : ages.findIndex((most) => now - at <= most);
        return age < 0 ? 'is-plain' : `is-age-${age}`;
      };
    case 'server':
    case 'interface': {
      const tintOf = holderTints(data, mode);
      return (offset) => {
        const holder = cells.holder(offset);
        const tint = holder && tintOf(holder);
        return holder && (tint === undefined ? 'is-plain' : `is-tint-${tint}`);
      };
    }
  }
}

type Named = Pick<MapData['holders'][number], 'server' | 'networkInterfaceNo'>;

/**
 * Which colour each server or interface has, in the order of their addresses; who has no server has none. With cells that are
 * coloured by something else, nobody has.
 */
export function holderTints(
  { holders }: Pick<MapData, 'holders'>,
  mode: ColourMode,
): (holder: Named) => number | undefined {
  if (mode !== 'server' && mode !== 'interface') return () => undefined;
  const nameOf = (holder: Named): string => (mode === 'server' ? holder.server : holder.networkInterfaceNo);
  const names = new Set(holders.map(nameOf));
  names.delete('');
  const tints = new Map([...names].map((name, at) => [name, at % tintCount]));
  return (holder) => tints.get(nameOf(holder));
}
