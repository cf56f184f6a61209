import * as v from 'valibot';

/*
 * A page loads what it uses of valibot. Custom schemas and picklists it needs anyway: with them for the small things as well,
 * it is half a thousand bytes smaller.
 */

/** Any text. */
export const word = v.custom<string>((value) => typeof value === 'string');

/** The name of a message. */
export const called = <T extends string>(name: T) => v.picklist([name]);

/** True for a whole number from 0 up to `most`. */
export const isUpTo = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;

/** The same as a schema, read in one step: a map has tens of thousands of them. */
export const upTo = (most: number): v.CustomSchema<number, undefined> => v.custom((value) => isUpTo(value, most));

/** True or false. */
export const yesOrNo = v.custom<boolean>((value) => typeof value === 'boolean');

/** Which thing of which account a page shows, as of when, and whether changes are offered. */
export const head = v.object({ type: called('head'), title: word, where: word, note: word, canChange: yesOrNo });

/** Nothing can be shown, for this reason. */
export const nothing = v.object({ type: called('none'), text: word });

/** "Are you there?" by a page, and the answer: a page cannot see otherwise that its extension is gone. */
export const live = v.object({ type: called('live') });

/** The head of a page. */
export type Head = v.InferOutput<typeof head>;
