import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** A body of more bytes than allowed. */
export class BodyTooLarge extends Error {}

const unannounced = 16 * 1024;
/** More is not set aside on the word of a header: a page of 1,000 rows has less than half of it. */
const mostAhead = 4 * 1024 * 1024;

/**
 * All bytes of a stream in one buffer that doubles as it fills: many small chunks cost no more than a large one. It begins with
 * the bytes that were `announced`. Rejects with what ended the stream early, or with {@link BodyTooLarge} as soon as there are
 * more than `limit` bytes.
 */
export async function collectBody(stream: Readable, limit: number, announced?: number): Promise<Uint8Array> {
  const first = announced !== undefined && announced <= mostAhead ? announced : unannounced;
  let buffer = Buffer.allocUnsafeSlow(Math.min(limit, first));
  let length = 0;
  stream.on('data', (chunk: Buffer) => {
    const needed = length + chunk.length;
    if (needed > limit) {
      stream.destroy(new BodyTooLarge());
      return;
    }
    if (needed > buffer.length) {
      const larger = Buffer.allocUnsafeSlow(Math.min(limit, Math.max(needed, buffer.length * 2)));
      buffer.copy(larger, 0, 0, length);
      buffer = larger;
    }
    chunk.copy(buffer, length);
    length = needed;
  });
  await finished(stream);
  return buffer.subarray(0, length);
}
