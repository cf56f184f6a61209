import { describe, expect, it } from 'vitest';
import { printable } from '../../../src/text/printable';

describe('a text from outside on one line', () => {
  it('shows what has no look of its own, so that names that differ look different', () => {
    for (const unseen of [
      '\u200b',
      '\u202e',
      '\u3164',
      '\u115f',
      '\u034f',
      '\ufe00',
      '\u{e0100}',
      '\u{e0041}',
      '\ud800',
    ])
      expect(printable(`web${unseen}01`), `U+${unseen.codePointAt(0)!.toString(16)}`).toBe('web\ufffd01');
  });

  it('keeps what makes a picture of the character before it, and nothing that only pretends to', () => {
    expect(printable('prod ❤\ufe0f')).toBe('prod ❤\ufe0f');
    expect(printable('prod\ufe0f')).toBe('prod\ufffd');
    expect(printable('web-01\ufe0f')).toBe('web-01\ufffd');
    expect(printable('❤\ufe0f\ufe0f')).toBe('❤\ufe0f\ufffd');
  });
});
