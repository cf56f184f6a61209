import type { IncomingMessage } from 'node:http';

/** No documented call needs a form anywhere near this size, in bytes. */
const limit = 256 * 1024;

/** The body as it arrived, or undefined when it is over the limit; the rest is then read and dropped so that an answer gets through. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  return size <= limit ? Buffer.concat(chunks) : undefined;
}
