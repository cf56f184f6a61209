import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { usedHeap } from '../../../bench/heap';
import { BodyTooLarge, collectBody } from '../../../../src/api/calls/collectBody';

const stream = (chunks: readonly string[]): Readable => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

describe('collectBody', () => {
  it.each([1, 7, 4_096, 16 * 1024, 100_000])('joins 200,000 characters in chunks of %i bytes', async (size) => {
    const text = Array.from({ length: 200_000 }, (_, index) => ['1', 'é', '버', '🙂'][index % 4]).join('');
    const bytes = Buffer.from(text);
    const count = Math.ceil(bytes.length / size);
    const chunks = Array.from({ length: count }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
    expect(await collectBody(Readable.from(chunks), 1_000_000)).toBe(text);
  });

  it('joins chunks of all sizes in the order in which they came', async () => {
    const chunks = ['a', 'b'.repeat(4_095), 'c', 'd'.repeat(4_096), 'e', 'f'.repeat(9_000), 'g'];
    expect(await collectBody(stream(chunks), 20_000)).toBe(chunks.join(''));
  });

  it('takes a little more memory than the body, however small its chunks are', async () => {
    const byte = Buffer.from('x');
    function* drip(): Generator<Buffer> {
      for (let sent = 0; sent < 1_000_000; sent++) yield byte;
    }
    const before = usedHeap();
    const body = await collectBody(Readable.from(drip()), 2_000_000);
    expect(usedHeap() - before).toBeLessThan(3_000);
    expect(body).toHaveLength(1_000_000);
  });

  it.each([1, 999, 1_000, 1_001, 1_000_000_000])('takes 1,000 bytes where %i are announced', async (announced) => {
    const chunks = Array.from({ length: 10 }, (_, index) => String(index).repeat(100));
    expect(await collectBody(stream(chunks), 2_000, announced)).toBe(chunks.join(''));
    await expect(collectBody(stream([...chunks, ...chunks, 'x']), 2_000, announced)).rejects.toThrow(BodyTooLarge);
  });

  it('leaves none of its room behind, however it ends', async () => {
    const chunk = Buffer.alloc(64 * 1024, 'x');
    const held = (): number => process.memoryUsage().arrayBuffers;
    const before = held();
    for (let body = 0; body < 20; body++) {
      await collectBody(Readable.from(Array<Buffer>(32).fill(chunk)), 4_000_000);
      const tooLarge = Readable.from(Array<Buffer>(32).fill(chunk));
      await expect(collectBody(tooLarge, 2_000_000)).rejects.toThrow(BodyTooLarge);
    }
    expect(held() - before).toBeLessThan(chunk.length);
  });

  it('ends half a character as what cannot be read', async () => {
    expect(await collectBody(Readable.from([Buffer.from('버').subarray(0, 2)]), 10)).toBe('\ufffd');
  });

  it('takes just as many bytes as are allowed', async () => {
    expect(await collectBody(stream(['12345', '67890']), 10)).toHaveLength(10);
    await expect(collectBody(stream(['12345', '678901']), 10)).rejects.toThrow(BodyTooLarge);
  });

  it('passes on what ended the stream early', async () => {
    const broken = new Readable({ read: () => undefined });
    const collected = collectBody(broken, 10);
    broken.destroy(new Error('reset'));
    await expect(collected).rejects.toThrow('reset');
  });
});
