// npm run docs: writes what follows from the code: the rooms in docs/architecture.md, the schema of files of declared addresses,
// those of what the command line tool prints, and the tools for language models in package.json.
// test/unit/package/{architecture,schema,tools}.test.ts compare.
import { ensureInstalled } from './ensureInstalled.mjs';

await ensureInstalled();
const [
  { default: fs },
  { default: path },
  { drawRooms },
  { declaredSchema, schemaFile },
  { cliSchemas },
  { root },
  { loadTools, languageModelTools },
] = await Promise.all([
  import('node:fs'),
  import('node:path'),
  import('./drawRooms.mjs'),
  import('./declaredSchema.mjs'),
  import('./cliSchemas.mjs'),
  import('./paths.mjs'),
  import('./toolSchemas.mjs'),
]);
const file = path.join(root, 'docs', 'architecture.md');
fs.writeFileSync(file, await drawRooms(fs.readFileSync(file, 'utf8')));
fs.writeFileSync(path.join(root, schemaFile), await declaredSchema());
for (const [name, text] of await cliSchemas()) fs.writeFileSync(path.join(root, name), text);
const manifestFile = path.join(root, 'package.json');
const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8'));
manifest.contributes.languageModelTools = languageModelTools(await loadTools());
fs.writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
