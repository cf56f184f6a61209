import { describe, expect, it } from 'vitest';
import { fileText } from '../../../../src/words/change/originText';
import { inEachLanguage } from '../../../support/inEachLanguage';

describe('a file as plans and the history name it', () => {
  it('says that what counts was not saved', async () => {
    const file = 'network/web.ncloud-ip.yaml';
    expect(fileText({ file })).toBe(file);
    expect(
      (await inEachLanguage(() => [fileText({ file, isUnsaved: true })])).filter((line) => line.includes(file)),
    ).toEqual([`${file} (unsaved)`, `${file}(저장되지 않음)`, `${file}（未保存）`]);
  });

  it('keeps the end of a long way to it, without half a character', () => {
    const shown = fileText({ file: `/${'projects🏠/'.repeat(20)}web.ncloud-ip.yaml`, isUnsaved: true });
    expect(shown).toMatch(/^….*\/web\.ncloud-ip\.yaml \(unsaved\)$/u);
    expect(Array.from(shown.replace(' (unsaved)', ''))).toHaveLength(60);
    expect(shown.isWellFormed()).toBe(true);
  });

  it('has no line breaks and nothing unseen of a name in it', () => {
    expect(fileText({ file: 'a\nb\u202Ec.ncloud-ip.yaml' })).toBe('a b\uFFFDc.ncloud-ip.yaml');
  });
});
