import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';

/** A body of more bytes than allowed. */
export class BodyTooLarge extends Error {}

/** Less than this is gathered before it becomes text: a string for each byte would take thirty times its memory. */
const pieceBytes = 4 * 1024;

/**
 * The text of a stream in UTF-8, made piece by piece as it comes. The bytes of a whole page are never held: with a buffer for each
 * page the collector of the heap ran once a load, and took as long as a third of the parsing. Rejects with what ended the
 * stream early, or with {@link BodyTooLarge} as soon as there are more than `limit` bytes.
 */
export async function collectBody(stream: Readable, limit: number): Promise<string> {
  const decoder = new StringDecoder('utf8');
  const small = Buffer.allocUnsafe(pieceBytes);
  let gathered = 0;
  let length = 0;
  let text = '';
  stream.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > limit) {
      stream.destroy(new BodyTooLarge());
      return;
    }
    if (gathered + chunk.length > pieceBytes) {
      text += decoder.write(small.subarray(0, gathered));
      gathered = 0;
    }
    if (chunk.length > pieceBytes) text += decoder.write(chunk);
    else gathered += chunk.copy(small, gathered);
  });
  await finished(stream);
  return text + decoder.end(small.subarray(0, gathered));
}
