import fs from 'node:fs';
import path from 'node:path';
import { root } from '../host/paths.mjs';

/** What the extension says in a language, read from the files that translate it. */
export interface Words {
  /** A text of the code by its English text, with its arguments put in. */
  readonly text: (english: string, ...args: readonly (string | number)[]) => string;
  /** A text of package.json by its key. */
  readonly label: (key: string) => string;
}

/** The words of a language; a text that has no translation throws. English texts are their own keys. */
export function readWords(language: 'en' | 'ko' | 'ja'): Words {
  const bundle = language === 'en' ? undefined : read(`l10n/bundle.l10n.${language}.json`);
  const labels = read(language === 'en' ? 'package.nls.json' : `package.nls.${language}.json`);
  return {
    text: (english, ...args) =>
      (bundle ? found(bundle, english) : english).replaceAll(/\{(\d+)\}/g, (hole, index: string) =>
        String(args[Number(index)] ?? hole),
      ),
    label: (key) => found(labels, key),
  };
}

function read(file: string): Readonly<Record<string, string>> {
  return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')) as Readonly<Record<string, string>>;
}

function found(texts: Readonly<Record<string, string>>, key: string): string {
  const text = texts[key];
  if (text === undefined) throw new Error(`not translated: ${key}`);
  return text;
}
