import * as v from 'valibot';
import { overviewSorts } from './overviewData';
import { called, head, live, nothing, upTo, word } from './liveMessages';

const count = upTo(2 ** 32);

const subnet = v.object({
  subnetNo: word,
  name: word,
  cidr: word,
  about: word,
  first: count,
  size: count,
  reserved: count,
  used: count,
});
const vpc = v.object({
  vpcNo: word,
  name: word,
  cidr: word,
  first: count,
  size: count,
  subnets: v.pipe(v.array(subnet), v.maxLength(100_000), v.readonly()),
});

/** Every text of the overview, written by the extension in the user's language. `{0}` is filled in by the page. */
const texts = v.object({
  region: word,
  space: word,
  left: word,
  used: word,
  reserved: word,
  unseen: word,
  whyUnseen: word,
  share: word,
  unreadable: word,
  byAddress: word,
  byFullness: word,
  empty: word,
  notLive: word,
});

/** What an overview shows, as it finds it again after the window was loaded anew. */
export const overviewKey = v.object({ profileId: word, regionCode: word });

const sort = v.picklist(overviewSorts);

/** From the extension to the overview. */
export const toOverview = v.variant('type', [
  v.object({ type: called('open'), key: overviewKey, language: word, texts, sort }),
  v.object({ type: called('data'), data: v.object({ vpcs: v.pipe(v.array(vpc), v.readonly()) }) }),
  v.object({ type: called('reveal'), vpcNo: word }),
  head,
  nothing,
  live,
]);

/** From the overview to the extension. */
export const fromOverview = v.variant('type', [
  v.object({ type: called('ready') }),
  v.object({ type: called('openSubnet'), subnetNo: word }),
  v.object({ type: called('sort'), sort }),
  live,
]);

/** What a panel keeps for the time when it is hidden. */
export const overviewState = v.object({
  key: overviewKey,
  focus: v.optional(word),
  top: v.optional(v.number()),
  closed: v.optional(v.pipe(v.array(word), v.maxLength(10_000), v.readonly())),
});

/** A message to the page. */
export type ToOverview = v.InferOutput<typeof toOverview>;
/** A message from the page. */
export type FromOverview = v.InferOutput<typeof fromOverview>;
/** Which overview it is. */
export type OverviewKey = v.InferOutput<typeof overviewKey>;
/** What a panel keeps. */
export type OverviewState = v.InferOutput<typeof overviewState>;
/** The words of the page. */
export type OverviewTexts = v.InferOutput<typeof texts>;
