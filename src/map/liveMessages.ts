import * as v from 'valibot';

const word = v.string();

/** Which thing of which account a page shows, as of when, and whether changes are offered. */
export const head = v.object({ type: v.literal('head'), title: word, where: word, note: word, canChange: v.boolean() });

/** Nothing can be shown, for this reason. */
export const nothing = v.object({ type: v.literal('none'), text: word });

/** "Are you there?" by a page, and the answer: a page cannot see otherwise that its extension is gone. */
export const live = v.object({ type: v.literal('live') });

/** The head of a page. */
export type Head = v.InferOutput<typeof head>;
