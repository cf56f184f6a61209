import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../host/paths.mjs';

type Texts = Readonly<Record<string, string>>;

const read = (file: string): Texts => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')) as Texts;

/** Names that are the same in every language. */
const untranslated = new Set(['ACG', 'CSV', 'JSON', 'MAC', 'NAVER Cloud IP', 'VPC']);

/** What a translator may not touch: arguments, icons, links, code, product, policy, setting and API names. */
const fixed =
  /\{\d+\}|\$\([\w~-]+\)|\]\([^)]+\)|`[^`]+`|https?:\/\/(?:[\w:@/.-]*\w)?|\b(?:ncloudIp|http)\.\w+|\bNCP_\w+|\bNCLOUD_|x-ncp-|\b[a-z]+[A-Z]\w*|NAVER Cloud|VS Code/g;

/** A text without its arguments: `VPC {0}, {1}` is a name as well. */
const bare = (text: string): string => text.replaceAll(/\{\d+\}/g, '').replaceAll(/[,\s]+$/g, '');

const fixedParts = (text: string): string[] => [...new Set(text.match(fixed))].sort();

/** English and translation of every text of the code and of package.json. */
function pairs(language: string): { key: string; english: string; translated: string }[] {
  const bundle = read(`l10n/bundle.l10n.${language}.json`);
  const english = read('package.nls.json');
  const translated = read(`package.nls.${language}.json`);
  return [
    ...Object.entries(bundle).map(([key, text]) => ({ key, english: key, translated: text })),
    ...Object.entries(english).map(([key, text]) => ({ key, english: text, translated: translated[key] ?? '' })),
  ];
}

describe.each(['ko', 'ja'])('the texts in %s', (language) => {
  const all = (): ReturnType<typeof pairs> => pairs(language);

  it('are never empty and never begin or end with a blank', () => {
    expect(all().filter(({ translated }) => translated === '' || translated !== translated.trim())).toEqual([]);
  });

  it('keep arguments, icons, links, code and the names of products, policies, settings and parameters', () => {
    const broken = all()
      .map(({ key, english, translated }) => ({ key, is: fixedParts(translated), wanted: fixedParts(english) }))
      .filter(({ is, wanted }) => is.join() !== wanted.join());
    expect(broken).toEqual([]);
  });

  it('are translated, but for names', () => {
    const same = all().filter(({ english, translated }) => english === translated && !untranslated.has(bare(english)));
    expect(same).toEqual([]);
  });

  it('end in … where the English one does: something is asked before anything happens', () => {
    const differing = all().filter(({ english, translated }) => english.endsWith('…') !== translated.endsWith('…'));
    expect(differing).toEqual([]);
  });

  it('have as many lines as the English ones: each link on its own line becomes a button', () => {
    const lines = (text: string): number => text.split('\n').length;
    expect(all().filter(({ english, translated }) => lines(english) !== lines(translated))).toEqual([]);
  });

  it('hold no damaged characters', () => {
    expect(all().filter(({ translated }) => /\uFFFD|\p{Cc}(?<!\n)/u.test(translated))).toEqual([]);
  });
});
