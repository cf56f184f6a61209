/** A wrong word of typed or pasted text is found by its beginning: so much of a long one is repeated, and of one this short half. */
const kept = 4;
/** `255.255.255.255-255.255.255.255`. */
const longestRange = 31;

/**
 * What may be repeated of a word that was not understood. What was pasted may be anything, a secret key too, and messages and
 * the log are kept: of a word that is no try at an address only its first characters.
 */
export function firstCharacters(word: string): string {
  const isLikeAddress = word.length <= longestRange && /^(?=.*\d\.)[\d.\-–/]+$/.test(word);
  // Not half of a character.
  const start = word.slice(0, word.length <= kept ? kept / 2 : kept).replace(/[\uD800-\uDBFF]$/, '');
  return isLikeAddress || word.length <= kept / 2 ? word : `${start}…`;
}
