/** Case, and Hangul typed as letters instead of syllables (as macOS file names have it), make no difference. */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('\n', ' ');
}

const pairs = /^[0-9a-f]{1,2}(?:[:-][0-9a-f]{2})*(?:[:-][0-9a-f]?)?$/;
const dottedQuads = /^[0-9a-f]{4}(?:\.[0-9a-f]{4})*\.[0-9a-f]{0,4}$/;

/** A folded text as a part of a MAC address, with colons or bare; undefined when it can be none. */
export function macNeedle(text: string): string | undefined {
  if (dottedQuads.test(text)) return text.replaceAll('.', '');
  return pairs.test(text) || /^[0-9a-f]+$/.test(text) ? text.replaceAll('-', ':') : undefined;
}
