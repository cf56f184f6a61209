import * as v from 'valibot';
import { isIpv4 } from '../model/address';
import { head, isUpTo, live, nothing, upTo } from './liveMessages';
import { cellStates, mostAddresses, type MapHolder } from './mapData';
import { colourModes } from './tints';

const isOffset = (value: unknown): value is number => isUpTo(value, mostAddresses - 1);
const offset = v.custom<number>(isOffset);
/** Some of them. */
export const offsets = v.pipe(v.array(offset), v.maxLength(mostAddresses), v.readonly());
const word = v.string();

/** Read in one step and taken as it came: a subnet has thousands of them, and its map waits. */
const holder = v.custom<MapHolder>((value) => {
  const { networkInterfaceNo, title, server, status, isChanging, primary, secondaries } = (value ?? {}) as {
    readonly [part in keyof MapHolder]?: unknown;
  };
  return (
    [networkInterfaceNo, title, server, status].every((text) => typeof text === 'string') &&
    typeof isChanging === 'boolean' &&
    (primary === undefined || isOffset(primary)) &&
    Array.isArray(secondaries) &&
    secondaries.every(isOffset)
  );
});
const data = v.object({
  cidr: word,
  first: v.custom<string>((value) => typeof value === 'string' && isIpv4(value)),
  size: upTo(mostAddresses),
  reserved: offsets,
  holders: v.pipe(v.array(holder), v.readonly()),
  declared: v.optional(v.pipe(v.array(v.object({ offset, what: word })), v.maxLength(mostAddresses), v.readonly())),
});

const transfer = v.object({ offset, from: v.optional(word), to: v.optional(word) });
const history = v.object({
  changes: v.pipe(
    v.array(v.object({ at: v.number(), transfers: v.pipe(v.array(transfer), v.readonly()) })),
    v.maxLength(1_000),
    v.readonly(),
  ),
  names: v.pipe(v.array(v.object({ networkInterfaceNo: word, title: word, server: word })), v.readonly()),
});

/** Every text of the map, written by the extension in the user's language. `{0}` is filled in by the map. */
const texts = v.object({
  states: v.object(
    Object.fromEntries(cellStates.map((state) => [state, word])) as Record<(typeof cellStates)[number], typeof word>,
  ),
  whyUnseen: word,
  legend: word,
  addresses: word,
  gap: word,
  gapOthers: word,
  primaryOf: word,
  secondaryOf: word,
  selected: word,
  tooMany: word,
  nothing: word,
  assign: word,
  move: word,
  unassign: word,
  copyAs: word,
  copy: word,
  saveSvg: word,
  asMap: word,
  asTable: word,
  address: word,
  state: word,
  networkInterface: word,
  server: word,
  status: word,
  typed: word,
  notHere: word,
  notLive: word,
  keptFor: word,
  since: word,
  colours: word,
  colourBy: v.object({ state: word, server: word, interface: word, recent: word }),
  ages: v.pipe(v.array(word), v.readonly()),
  time: word,
  now: word,
  past: word,
  chips: word,
  chip: word,
  moreChips: word,
  findChip: word,
  noChip: word,
  onto: word,
  savePng: word,
});

/** What a panel shows, as it finds it again after the window was loaded anew. */
export const mapKey = v.object({ profileId: word, regionCode: word, subnetNo: word });

/** How the addresses are shown. */
export const mode = v.picklist(['map', 'table']);

/** What the cells are coloured by. */
export const colour = v.picklist(colourModes);

/** From the extension to the map. */
export const toMap = v.variant('type', [
  v.object({ type: v.literal('open'), key: mapKey, language: word, texts, mode, colour, canChange: v.boolean() }),
  head,
  v.object({ type: v.literal('data'), data }),
  v.object({
    type: v.literal('patch'),
    changed: v.pipe(v.array(holder), v.readonly()),
    gone: v.pipe(v.array(word), v.readonly()),
  }),
  nothing,
  live,
  v.object({ type: v.literal('reveal'), offset }),
  v.object({ type: v.literal('history'), history }),
  /** Draw this picture, as SVG, for a PNG of it. */
  v.object({ type: v.literal('draw'), svg: word }),
]);

/** What a panel keeps for the time when it is hidden: where it is, what is selected, how it is shown. */
export const mapState = v.object({
  key: mapKey,
  focus: v.optional(offset),
  top: v.optional(v.number()),
  selected: v.optional(offsets),
  filter: v.optional(v.picklist(cellStates)),
  unfolded: v.optional(offsets),
});

/** A message to the page. */
export type ToMap = v.InferOutput<typeof toMap>;
/** Which map it is. */
export type MapKey = v.InferOutput<typeof mapKey>;
/** What a panel keeps. */
export type MapState = v.InferOutput<typeof mapState>;
/** The words of the page. */
export type MapTexts = v.InferOutput<typeof texts>;
/** As cells, or as a table. */
export type MapMode = v.InferOutput<typeof mode>;
