/**
 * A text of at most `length` characters. The start of a longer one is a copy: a plain slice would keep the whole of it, up
 * to 32 MB of an answer, alive for as long as an error or a row is.
 */
export function cutText(text: string, length: number): string {
  return text.length <= length ? text : Buffer.from(text.slice(0, length)).toString();
}
