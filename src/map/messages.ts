import * as v from 'valibot';
import { cellStates, mostAddresses } from './mapData';
import { rowWidths } from './scene';

const offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostAddresses - 1));
const offsets = v.pipe(v.array(offset), v.maxLength(mostAddresses), v.readonly());
const word = v.string();

const holder = v.object({
  networkInterfaceNo: word,
  title: word,
  server: word,
  status: word,
  isChanging: v.boolean(),
  primary: v.optional(offset),
  secondaries: offsets,
});
const data = v.object({
  cidr: word,
  first: v.pipe(word, v.ipv4()),
  size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostAddresses)),
  reserved: offsets,
  holders: v.pipe(v.array(holder), v.readonly()),
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
});

/** What a panel shows, as it finds it again after the window was loaded anew. */
export const mapKey = v.object({ profileId: word, regionCode: word, subnetNo: word });

/** How the addresses are shown. */
const mode = v.picklist(['map', 'table']);

/** From the extension to the map. */
export const toMap = v.variant('type', [
  v.object({ type: v.literal('open'), key: mapKey, language: word, texts, mode, canChange: v.boolean() }),
  v.object({ type: v.literal('head'), title: word, where: word, note: word, canChange: v.boolean() }),
  v.object({ type: v.literal('data'), data }),
  v.object({
    type: v.literal('patch'),
    changed: v.pipe(v.array(holder), v.readonly()),
    gone: v.pipe(v.array(word), v.readonly()),
  }),
  /** Nothing can be shown, for this reason. */
  v.object({ type: v.literal('none'), text: word }),
  v.object({ type: v.literal('reveal'), offset }),
]);

/** What can be asked for of a selection; `more` asks which. */
export const actions = ['assign', 'move', 'unassign', 'copyAs', 'copy', 'more'] as const;

/** From the map to the extension. */
export const fromMap = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('act'), action: v.picklist(actions), offsets }),
  v.object({ type: v.literal('mode'), mode }),
  v.object({ type: v.literal('export'), columns: v.picklist(rowWidths), unfolded: offsets }),
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
/** A message from the page. */
export type FromMap = v.InferOutput<typeof fromMap>;
/** Which map it is. */
export type MapKey = v.InferOutput<typeof mapKey>;
/** What a panel keeps. */
export type MapState = v.InferOutput<typeof mapState>;
/** The words of the page. */
export type MapTexts = v.InferOutput<typeof texts>;
/** As cells, or as a table. */
export type MapMode = v.InferOutput<typeof mode>;
/** One of the actions above. */
export type MapAction = (typeof actions)[number];
