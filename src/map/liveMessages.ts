import * as v from 'valibot';

const word = v.string();

/** A whole number from 0 up to `most`, read in one step: a map has tens of thousands of them. */
export const upTo = (most: number): v.CustomSchema<number, undefined> =>
  v.custom((value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most);

/** True or false; a page has many custom schemas, and none of valibot's other ones for so little. */
export const yesOrNo = v.custom<boolean>((value) => typeof value === 'boolean');

/** Which thing of which account a page shows, as of when, and whether changes are offered. */
export const head = v.object({ type: v.literal('head'), title: word, where: word, note: word, canChange: yesOrNo });

/** Nothing can be shown, for this reason. */
export const nothing = v.object({ type: v.literal('none'), text: word });

/** "Are you there?" by a page, and the answer: a page cannot see otherwise that its extension is gone. */
export const live = v.object({ type: v.literal('live') });

/** The head of a page. */
export type Head = v.InferOutput<typeof head>;
