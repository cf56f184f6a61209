// Every text has its Korean and Japanese form, and no form is left over: the keys that the source uses against
// l10n/bundle.l10n.*.json and l10n/cli/*.json, the %keys% of package.json against package.nls*.json, and the {0} of both sides.
import fs from 'node:fs';
import path from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { root } from './paths.mjs';

const languages = ['ko', 'ja'];
const problems = [];

const files = fs.globSync('src/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
const isCli = (file) => file.startsWith('src/cli/');
const used = await textsOf(files.filter((file) => !isCli(file)));
// The extension does not carry what only the command line tool says.
const usedByCli = (await textsOf(files.filter(isCli))).filter((text) => !used.includes(text));
for (const language of languages) {
  compare(`l10n/bundle.l10n.${language}.json`, used);
  compare(`l10n/cli/${language}.json`, usedByCli);
}

const named = [...new Set([...read('package.json').matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]))];
const english = compare('package.nls.json', named);
for (const language of languages) {
  const texts = compare(`package.nls.${language}.json`, named);
  for (const key of named) comparePlaceholders(`package.nls.${language}.json`, key, english[key], texts[key]);
}

for (const problem of problems) console.log(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

/** The texts that files of the source ask for. */
async function textsOf(names) {
  return Object.keys(await getL10nJson(names.map((name) => ({ extension: '.ts', contents: read(name) }))));
}

/** Notes missing, unused, repeated and empty keys, and gives the file's texts. */
function compare(file, keys) {
  if (!fs.existsSync(path.join(root, file))) {
    problems.push(`${file}: missing, with ${keys.length} texts`);
    return {};
  }
  const texts = JSON.parse(read(file));
  // Of two that are the same JSON keeps the last one.
  const written = [...read(file).matchAll(/^ {2}("(?:[^"\\]|\\.)*"): /gm)].map(([, key]) => key);
  for (const key of written)
    if (written.indexOf(key) !== written.lastIndexOf(key)) problems.push(`${file}: twice ${key}`);
  const expected = new Set(keys);
  for (const key of expected) if (!texts[key]) problems.push(`${file}: missing ${JSON.stringify(key)}`);
  for (const key of Object.keys(texts)) {
    if (!expected.has(key)) problems.push(`${file}: unused ${JSON.stringify(key)}`);
    else if (file.startsWith('l10n/')) comparePlaceholders(file, key, key, texts[key]);
  }
  return texts;
}

/** A bundle's key is the English text, followed by `/comment` where the call has one; the comment carries no {0}. */
function comparePlaceholders(file, key, from, to) {
  if (from === undefined || to === undefined) return;
  const placeholders = (text) => [...new Set(textOf(text).match(/\{\w+\}/g) ?? [])].sort().join(' ');
  if (placeholders(from) !== placeholders(to)) problems.push(`${file}: other placeholders in ${JSON.stringify(key)}`);
}

/** package.nls*.json may hold `{ message, comment }`. */
function textOf(text) {
  return typeof text === 'string' ? text : text.message;
}

function read(file) {
  return fs.readFileSync(path.join(root, file), 'utf8');
}
