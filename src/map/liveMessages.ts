import * as v from 'valibot';

const word = v.string();

/** True for a whole number from 0 up to `most`. */
export const isUpTo = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;

/** The same as a schema, read in one step: a map has tens of thousands of them. */
export const upTo = (most: number): v.CustomSchema<number, undefined> => v.custom((value) => isUpTo(value, most));

/** Which thing of which account a page shows, as of when, and whether changes are offered. */
export const head = v.object({ type: v.literal('head'), title: word, where: word, note: word, canChange: v.boolean() });

/** Nothing can be shown, for this reason. */
export const nothing = v.object({ type: v.literal('none'), text: word });

/** "Are you there?" by a page, and the answer: a page cannot see otherwise that its extension is gone. */
export const live = v.object({ type: v.literal('live') });

/** The head of a page. */
export type Head = v.InferOutput<typeof head>;
