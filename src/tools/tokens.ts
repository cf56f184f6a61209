/** An answer has at most so many tokens. */
export const mostTokens = 4_000;

/**
 * No fewer tokens than a model reads a text as: the encodings of models (byte pairs, as o200k_base) make at most one of each
 * byte, whatever the language or whoever made the name, and one of up to three digits. Of our answers it counts 1.6 to 2 times as
 * many as there are.
 */
export function countTokens(text: string): number {
  let count = Buffer.byteLength(text);
  for (const [digits] of text.matchAll(/\d{2,3}/g)) count -= digits.length - 1;
  return count;
}
