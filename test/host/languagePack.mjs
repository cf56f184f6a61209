import fs from 'node:fs';
import path from 'node:path';

/**
 * Tells the server that a display language is installed, without its marketplace language pack: the workbench keeps
 * its own English strings, but extensions see the language (`vscode.env.language`, `package.nls.<locale>.json`,
 * `l10n/bundle.l10n.<locale>.json`).
 * @param {string} userDataFolder the server's `<server-data-dir>/data`
 * @param {string} locale `ko` or `ja`
 */
export function writeLanguagePack(userDataFolder, locale) {
  fs.mkdirSync(userDataFolder, { recursive: true });
  const file = path.join(userDataFolder, `strings.${locale}.json`);
  fs.writeFileSync(file, JSON.stringify({ version: '1.0.0', contents: {} }));
  const extension = { extensionIdentifier: { id: `ncloud-ip.language-${locale}` }, version: '1.0.0' };
  const pack = { hash: `ncloud-ip-${locale}`, label: locale, extensions: [extension], translations: { vscode: file } };
  fs.writeFileSync(path.join(userDataFolder, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}
