// The licences of the packages that are inside a build. Whoever ships their code ships their licences.
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const packageOf = (place) => JSON.parse(fs.readFileSync(path.join(root, place, 'package.json'), 'utf8'));

/**
 * The licences of the packages of which something is in a bundle, as the packages have them; each text once, below the names of
 * those that it is of. A package that may not be passed on so ends the build.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 */
function noticesOf(metafiles) {
  const outputs = metafiles.flatMap((meta) => Object.values(meta.outputs));
  const inputs = outputs.flatMap((output) =>
    Object.entries(output.inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  const folders = inputs.flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  const namesByText = Map.groupBy([...new Set(folders)].sort(), licenceOf);
  const nameOf = (place) => {
    const { name, version, license } = packageOf(place);
    return `${name} ${version} (${license})`;
  };
  const sections = [...namesByText].map(([text, places]) => `${places.map(nameOf).join('\n')}\n\n${text}`);
  return `${['Parts of these packages are inside.', ...sections].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** Some packages have no file for it: their MIT licence is in the README, or only named. */
function licenceOf(place) {
  const { name, license, author } = packageOf(place);
  const files = fs.readdirSync(path.join(root, place));
  const read = (file) => fs.readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim();
  const texts = files
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .map((file) => read(path.join(root, place, file)));
  if (texts.length > 0) return texts.join('\n\n');
  if (license !== 'MIT') throw new Error(`${name} has no text of its licence (${license}) to pass on`);
  const readme = files.find((file) => /^readme/i.test(file));
  const [own] = readme
    ? (/Copyright \(c\)[^]*OR OTHER[^]*SOFTWARE\.$/m.exec(read(path.join(root, place, readme))) ?? [])
    : [];
  const terms = read(path.join(root, 'LICENSE')).split('\n\n').slice(2).join('\n\n');
  return own ?? `Copyright (c) ${author?.name ?? author ?? `the authors of ${name}`}\n\n${terms}`;
}

module.exports = { noticesOf };
