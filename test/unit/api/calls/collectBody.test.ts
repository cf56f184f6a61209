import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { BodyTooLarge, collectBody } from '../../../../src/api/calls/collectBody';

const stream = (chunks: readonly string[]): Readable => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

describe('collectBody', () => {
  it.each([1, 7, 16 * 1024, 100_000])('joins 200,000 bytes in chunks of %i', async (size) => {
    const text = Array.from({ length: 200_000 }, (_, index) => String(index % 10)).join('');
    const chunks = text.match(new RegExp(`.{1,${size}}`, 'g')) ?? [];
    expect(new TextDecoder().decode(await collectBody(stream(chunks), 1_000_000))).toBe(text);
  });

  it('takes no more memory than twice the body, however small its chunks are', async () => {
    const body = await collectBody(stream(Array.from({ length: 100_000 }, () => 'x')), 1_000_000);
    expect(body.length).toBe(100_000);
    expect(body.buffer.byteLength).toBeLessThanOrEqual(200_000);
  });

  it.each([0, 5, 1_000_000, 30_000_000, 1e12])(
    'reads a body of any size after %d bytes were announced',
    async (bytes) => {
      const body = await collectBody(stream(['12345', '67890']), 20_000, bytes);
      expect(new TextDecoder().decode(body)).toBe('1234567890');
      expect(body.buffer.byteLength).toBeLessThanOrEqual(20_000);
      await expect(collectBody(stream(['x'.repeat(20_001)]), 20_000, bytes)).rejects.toThrow(BodyTooLarge);
    },
  );

  it('needs no second buffer for what was announced, and sets nothing aside for what is absurd', async () => {
    const chunks = Array.from({ length: 100 }, () => 'x'.repeat(1_000));
    expect((await collectBody(stream(chunks), 32e6, 100_000)).buffer.byteLength).toBe(100_000);
    expect((await collectBody(stream(['x']), 32e6, 31e6)).buffer.byteLength).toBe(16 * 1024);
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
