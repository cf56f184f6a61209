import { afterEach, describe, expect, it } from 'vitest';
import { env } from 'vscode';
import { clockText, dayText, momentText, timeText, zonedText } from '../../../src/words/timeText';

const language = env as { language: string };
const midnight = new Date(2026, 0, 5, 0, 7, 9).getTime();

describe('timeText', () => {
  afterEach(() => {
    language.language = 'en';
  });

  it.each(['en', 'ko', 'ja'])('writes the time in 24 hours whatever the language: %s', (code) => {
    language.language = code;
    expect(timeText(midnight)).toBe('00:07');
    expect(momentText(midnight)).toMatch(/\b0?0:07:09$/);
    expect(clockText(midnight)).toBe('00:07:09');
    expect(zonedText(midnight)).toMatch(/2026.*\b0?0:07:09 GMT([+-]\d\d:\d\d)?$/);
  });

  it('writes days in the language of the editor', () => {
    expect(dayText(midnight)).toContain('January');
    language.language = 'ko';
    expect(dayText(midnight)).toContain('1월');
  });
});
