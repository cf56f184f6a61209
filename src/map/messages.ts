import * as v from 'valibot';
import { isIpv4 } from '../model/address';
import { called, head, isUpTo, live, nothing, upTo, word, yesOrNo } from './liveMessages';
import { cellKinds, mostAddresses, type CellKind, type MapHolder } from './mapData';
import { tableColumns } from './tableOrder';
import { colourModes } from './tints';

const isOffset = (value: unknown): value is number => isUpTo(value, mostAddresses - 1);
const offset = v.custom<number>(isOffset);
/** Of nothing are there more than addresses. Taken as it came, too: valibot would make each item anew. */
const listOf = <T extends v.GenericSchema>(item: T) =>
  v.custom<readonly v.InferOutput<T>[]>(
    (value) => Array.isArray(value) && value.length <= mostAddresses && value.every((one) => v.is(item, one)),
  );
/** Some of them. */
export const offsets = listOf(offset);

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
  holders: listOf(holder),
  declared: v.optional(listOf(v.object({ offset, what: word }))),
});

const transfer = v.object({ offset, from: v.optional(word), to: v.optional(word) });
const history = v.object({
  changes: listOf(v.object({ at: upTo(Number.MAX_SAFE_INTEGER), transfers: listOf(transfer) })),
  names: listOf(v.object({ networkInterfaceNo: word, title: word, server: word })),
});

/** Every text of the map, written by the extension in the user's language. `{0}` is filled in by the map. */
const texts = v.object({
  states: v.object(Object.fromEntries(cellKinds.map((kind) => [kind, word])) as Record<CellKind, typeof word>),
  whyUnseen: word,
  legend: word,
  addresses: word,
  gap: word,
  gapOthers: word,
  primaryOf: word,
  secondaryOf: word,
  chosen: word,
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
  hidden: word,
  relaxed: word,
  allShown: word,
  otherMap: word,
  notLive: word,
  keptFor: word,
  since: word,
  colours: word,
  colourBy: v.object({ state: word, server: word, interface: word, recent: word }),
  ages: listOf(word),
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

/** From the extension to the map. A union: of the ways to tell messages apart the smallest one in a page. */
export const toMap = v.union([
  v.object({ type: called('open'), key: mapKey, language: word, texts, mode, colour, canChange: yesOrNo }),
  head,
  v.object({ type: called('data'), data }),
  v.object({
    type: called('patch'),
    changed: listOf(holder),
    gone: listOf(word),
  }),
  nothing,
  live,
  v.object({ type: called('reveal'), offset }),
  v.object({ type: called('history'), history }),
  /** Draw this picture, as SVG, for a PNG of it. */
  v.object({ type: called('draw'), svg: word }),
]);

/** What a panel keeps for the time when it is hidden: where it is, what is selected, how it is shown. */
export const mapState = v.object({
  key: mapKey,
  focus: v.optional(offset),
  top: v.optional(upTo(Number.MAX_SAFE_INTEGER)),
  selected: v.optional(offsets),
  filter: v.optional(v.picklist(cellKinds)),
  sort: v.optional(v.object({ column: v.picklist(tableColumns), isDescending: yesOrNo })),
  /** The number of the chosen interface. */
  chosen: v.optional(word),
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
