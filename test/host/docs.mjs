// npm run docs: writes what follows from the code: the rooms in docs/architecture.md, the schema of files of declared addresses
// and those of what the command line tool prints. test/unit/package/{architecture,schema}.test.ts compare.
import { ensureInstalled } from './ensureInstalled.mjs';

await ensureInstalled();
const [{ default: fs }, { default: path }, { drawRooms }, { declaredSchema, schemaFile }, { cliSchemas }, { root }] =
  await Promise.all([
    import('node:fs'),
    import('node:path'),
    import('./drawRooms.mjs'),
    import('./declaredSchema.mjs'),
    import('./cliSchemas.mjs'),
    import('./paths.mjs'),
  ]);
const file = path.join(root, 'docs', 'architecture.md');
fs.writeFileSync(file, await drawRooms(fs.readFileSync(file, 'utf8')));
fs.writeFileSync(path.join(root, schemaFile), await declaredSchema());
for (const [name, text] of await cliSchemas()) fs.writeFileSync(path.join(root, name), text);
