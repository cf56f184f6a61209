// Builds the command line tool into dist-cli/, a package of its own that npm packs and installs:
//   ncloud-ip.js, chunks/   the program; what a command does not need is in chunks that it does not load
//   l10n/                   texts of the other languages: those of the extension and the tool's own (l10n/cli/)
//   schemas/                what --json prints, as JSON Schema
//   package.json, README.md, LICENSE
//   THIRD-PARTY-NOTICES.txt  licences of the packages that are inside the program
// The texts of words/ ask `vscode` for nothing but l10n: here src/cli/vscodeTexts.ts takes its place. Options: --outdir.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const { dietPlugin } = require('./esbuild.js');
const root = import.meta.dirname;
const { outdir } = parseArgs({ options: { outdir: { type: 'string', default: 'dist-cli' } } }).values;
const folder = path.resolve(root, outdir);

fs.rmSync(folder, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { 'ncloud-ip': 'src/cli/main.ts' },
  outdir: folder,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  metafile: true,
  alias: {
    vscode: path.join(root, 'src', 'cli', 'vscodeTexts.ts'),
    // What checks answers of a host to questions (elicitation): none are asked, and it would be the larger half of the server.
    '@modelcontextprotocol/server/_shims': path.join(root, 'src', 'cli', 'mcp', 'serverShims.ts'),
    yaml: path.join(root, 'node_modules', 'yaml', 'browser', 'dist', 'index.js'),
  },
  // What some libraries require is inside the bundle; what they require of Node is not.
  banner: {
    js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
  },
  plugins: [dietPlugin],
  logLevel: 'warning',
});

const program = path.join(folder, 'ncloud-ip.js');
fs.writeFileSync(program, `#!/usr/bin/env node\n${fs.readFileSync(program, 'utf8')}`, { mode: 0o755 });
fs.chmodSync(program, 0o755);

const json = (...parts) => JSON.parse(fs.readFileSync(path.join(root, ...parts), 'utf8'));
const write = (name, text) => {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), text);
};
for (const language of ['ko', 'ja']) {
  const texts = { ...json('l10n', `bundle.l10n.${language}.json`), ...json('l10n', 'cli', `${language}.json`) };
  write(`l10n/${language}.json`, JSON.stringify(texts));
}
const documents = path.join(root, 'docs', 'cli');
for (const name of fs.readdirSync(documents).filter((one) => one.endsWith('.json'))) {
  write(`schemas/${name}`, fs.readFileSync(path.join(documents, name)));
}
write('schemas/file.schema.json', fs.readFileSync(path.join(root, 'media', 'declared', 'schema.json')));
write('THIRD-PARTY-NOTICES.txt', noticesOf(metafile));
write('LICENSE', fs.readFileSync(path.join(root, 'LICENSE')));
write('README.md', fs.readFileSync(path.join(documents, 'README.md')));
const { version, license, repository, bugs } = json('package.json');
write(
  'package.json',
  `${JSON.stringify(
    {
      name: 'ncloud-ip',
      version,
      description:
        'Secondary IPs of NAVER Cloud as code: validate, plan, apply and watch files that say who holds which address',
      license,
      repository,
      bugs,
      keywords: ['naver cloud', 'ncloud', 'vpc', 'secondary ip', 'network interface'],
      type: 'module',
      engines: { node: '>=20' },
      bin: { 'ncloud-ip': 'ncloud-ip.js' },
      files: ['ncloud-ip.js', 'chunks', 'l10n', 'schemas', 'THIRD-PARTY-NOTICES.txt'],
    },
    undefined,
    2,
  )}\n`,
);

/**
 * The licences of the packages of which something is in the bundle, as the packages have them; each text once, below the names of
 * those that it is of. A package that may not be passed on so ends the build.
 * @param {import('esbuild').Metafile} meta
 */
function noticesOf({ outputs }) {
  const inputs = Object.values(outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  const folders = inputs.flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  const namesByText = Map.groupBy([...new Set(folders)].sort(), licenceOf);
  const nameOf = (place) => {
    const { name, version, license } = json(place, 'package.json');
    return `${name} ${version} (${license})`;
  };
  const sections = [...namesByText].map(([text, places]) => `${places.map(nameOf).join('\n')}\n\n${text}`);
  const first = 'ncloud-ip contains parts of these packages.';
  return `${[first, ...sections].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** Some packages have no file for it: their MIT licence is in the README, or only named. */
function licenceOf(place) {
  const { name, license, author } = json(place, 'package.json');
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
