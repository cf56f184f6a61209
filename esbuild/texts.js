// The texts of the other languages as they are packaged: l10n/ has them by their English text, for translators and their tools;
// dist/l10n/ by short names, which src/ui/texts.ts looks up.
const fs = require('node:fs');
const path = require('node:path');
const { keyOf } = require('../src/ui/textKey.ts');

const source = path.join(__dirname, '..', 'l10n');

/** @returns {string[]} the files written; throws when two texts have one name. */
function writeTexts(folder) {
  fs.mkdirSync(folder, { recursive: true });
  const names = fs.readdirSync(source).filter((name) => name.endsWith('.json'));
  return names.map((name) => {
    const texts = Object.entries(JSON.parse(fs.readFileSync(path.join(source, name), 'utf8')));
    const short = Object.fromEntries(texts.map(([english, text]) => [keyOf(english), text]));
    if (Object.keys(short).length < texts.length) throw new Error(`${name}: two texts have one name; make it longer`);
    const file = path.join(folder, name);
    fs.writeFileSync(file, JSON.stringify(short));
    return file;
  });
}

module.exports = { writeTexts };
