import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** A body of more bytes than allowed. */
export class BodyTooLarge extends Error {}

/** Room to begin with: where a body's length is not announced, and at most, as who announces it may be wrong. A page has 1 MB. */
const firstBytes = 64 * 1024;
const mostFirstBytes = 2 * 1024 * 1024;

/**
 * The text of a stream in UTF-8. Rejects with what ended the stream early, or with {@link BodyTooLarge} as soon as there are
 * more than `limit` bytes. `announced` is how many the other side says there are.
 *
 * Bytes are gathered in one place, whose memory is given back at once: with buffers left to the collector it ran through the whole
 * heap once a load, and text made piece by piece needs new memory to be joined in, which takes longer than reading it.
 */
export async function collectBody(stream: Readable, limit: number, announced = firstBytes): Promise<string> {
  let bytes = room(Math.min(announced, mostFirstBytes));
  let length = 0;
  const take = (chunk: Buffer): void => {
    const end = length + chunk.length;
    if (end > limit) {
      stream.destroy(new BodyTooLarge());
      return;
    }
    if (end > bytes.length) bytes = grown(bytes, end);
    chunk.copy(bytes, length);
    length = end;
  };
  stream.on('data', take);
  try {
    await finished(stream);
    return bytes.toString('utf8', 0, length);
  } finally {
    stream.off('data', take);
    giveBack(bytes);
  }
}

/** Of its own memory, not of Node's pool, which others use as well. */
function room(size: number): Buffer<ArrayBuffer> {
  return Buffer.allocUnsafeSlow(size);
}

function grown(bytes: Buffer<ArrayBuffer>, needed: number): Buffer<ArrayBuffer> {
  const larger = room(Math.max(needed, bytes.length * 2));
  bytes.copy(larger);
  giveBack(bytes);
  return larger;
}

function giveBack({ buffer }: Buffer<ArrayBuffer>): void {
  buffer.transfer(0);
}
