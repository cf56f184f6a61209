import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { collectBody } from '../../../src/api/calls/collectBody';

/** The command line tool runs on Node 20 as well; what it lacks is taken away here. */
describe('on Node 20', () => {
  it('a body is read, one that needs more room than was announced too', async () => {
    const found = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'transfer')!;
    onTestFinished(() => void Object.defineProperty(ArrayBuffer.prototype, 'transfer', found));
    Reflect.deleteProperty(ArrayBuffer.prototype, 'transfer');
    const read = (announced: number): Promise<string> =>
      collectBody(Readable.from([Buffer.from('12345'), Buffer.from('67890')]), 10, announced);
    await expect(read(10)).rejects.toThrow('transfer');
    vi.resetModules();
    await import('../../../src/cli/node20');
    expect([await read(10), await read(6)]).toEqual(['1234567890', '1234567890']);
  });
});
