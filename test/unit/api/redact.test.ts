import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedact } from '../../../src/api/redact';

const signature = 'aUya0t0flLTUm5svDS1QIk3mw7f//GVVpgE8+TMYlkM=';

describe('createRedact', () => {
  const redact = createRedact(['ncpTestAccessKey0001', 'S3cr3t+With/Slash=And+Plus00000000000001', signature, '']);

  it.each([
    ['as it is', signature],
    ['percent-encoded', encodeURIComponent(signature)],
    ['percent-encoded in lower case', encodeURIComponent(signature).replace(/%../g, (code) => code.toLowerCase())],
    ['with escaped slashes', signature.replaceAll('/', '\\/')],
    ['with HTML entities', signature.replaceAll('+', '&#43;').replaceAll('/', '&#47;').replaceAll('=', '&#61;')],
    ['with hex entities', signature.replaceAll('+', '&#x2b;').replaceAll('/', '&#x2f;').replaceAll('=', '&#x3d;')],
    [
      'with unicode escapes',
      signature.replaceAll('+', '\\u002b').replaceAll('/', '\\u002f').replaceAll('=', '\\u003d'),
    ],
  ])('removes a secret written %s', (_how, written) => {
    expect(redact(`before ${written} after ${written}`)).toBe('before ••• after •••');
  });

  it('leaves no secret in any text', () => {
    const secret = fc.string({ minLength: 8 }).filter((text) => !text.includes('•'));
    fc.assert(
      fc.property(secret, secret, fc.array(fc.string()), (one, two, parts) => {
        const text = parts.join(one) + two + one;
        const clean = createRedact([one, two])(text);
        expect(clean.includes(one) || clean.includes(two)).toBe(false);
      }),
    );
  });

  it('keeps everything else', () => {
    expect(redact('code 200: Authentication Failed')).toBe('code 200: Authentication Failed');
  });
});
