import * as v from 'valibot';
import { live } from './liveMessages';
import { colour, mode, offsets } from './messages';
import { rowWidths } from './scene';

const word = v.string();

/**
 * A PNG begins with eight bytes (https://www.w3.org/TR/png-3/#3PNGsignature), here as far as they fill base64. The expression
 * of valibot's `base64` repeats a group, and overflows the stack on a picture of megabytes.
 */
const base64Png = /^iVBORw0KGg[\da-zA-Z+/]+={0,2}$/;
/** The picture of the largest map is a few megabytes. */
export const mostPng = 32_000_000;

/** What can be asked for of a selection; `more` asks which. */
export const actions = ['assign', 'move', 'unassign', 'copyAs', 'copy', 'more'] as const;

/** What is selected is of the past: nobody changes that. */
const isPast = v.optional(v.boolean());

/** From the map to the extension. */
export const fromMap = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('act'), action: v.picklist(actions), offsets, isPast }),
  v.object({ type: v.literal('mode'), mode }),
  v.object({ type: v.literal('colour'), colour }),
  /** Selected addresses are to be on this interface. */
  v.object({ type: v.literal('onto'), networkInterfaceNo: word, offsets, isPast }),
  /** A picture as it is drawn on the page: a PNG in base64. Without one, it could not be drawn. */
  v.object({ type: v.literal('png'), png: v.optional(v.pipe(word, v.maxLength(mostPng), v.regex(base64Png))) }),
  v.object({
    type: v.literal('export'),
    format: v.picklist(['svg', 'png']),
    columns: v.picklist(rowWidths),
    unfolded: offsets,
  }),
  live,
]);

/** A message from the page. */
export type FromMap = v.InferOutput<typeof fromMap>;
/** One of the actions above. */
export type MapAction = (typeof actions)[number];
