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
const { noticesOf } = require('./esbuild/notices.js');
const { toolDietPlugin } = require('./esbuild/plugins.js');
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
  // Patterns stay literals: one that is made is never left out.
  supported: { 'regexp-unicode-property-escapes': true },
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
  plugins: [toolDietPlugin],
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
write('THIRD-PARTY-NOTICES.txt', noticesOf([metafile]));
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
