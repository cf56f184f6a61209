/**
 * Control and format characters (an escape, a change of writing direction), private ones, halves of characters, and those that
 * fonts leave out (a Hangul filler, a variation selector), but for the one that makes a picture of the character before it.
 */
const unseen = /(?!(?<=\p{Extended_Pictographic})\uFE0F)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Text from outside as one line that shows all there is: line breaks and tabs become a blank, and what has no look of its
 * own becomes U+FFFD, so that two names that differ still look different. At most `most` characters, cut with an ellipsis.
 */
export function printable(text: string, most = 200): string {
  // Enough to be sure of the first `most`; a text of megabytes is not walked through for them.
  const start = text.length > most * 4 ? text.slice(0, most * 4) : text;
  const line = start.replace(/\s+/g, (run) => (/[^ ]/.test(run) ? ' ' : run)).replace(unseen, '\uFFFD');
  const isWhole = start === text && line.length <= most;
  return isWhole ? line : `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
