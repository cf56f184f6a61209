// npm run docs: writes what follows from the code: the rooms in docs/architecture.md and the schema of files of declared
// addresses. test/unit/package/{architecture,schema}.test.ts compare.
import { ensureInstalled } from './ensureInstalled.mjs';

await ensureInstalled();
const [{ default: fs }, { default: path }, { drawRooms }, { declaredSchema, schemaFile }, { root }] = await Promise.all(
  [
    import('node:fs'),
    import('node:path'),
    import('./drawRooms.mjs'),
    import('./declaredSchema.mjs'),
    import('./paths.mjs'),
  ],
);
const file = path.join(root, 'docs', 'architecture.md');
fs.writeFileSync(file, await drawRooms(fs.readFileSync(file, 'utf8')));
fs.writeFileSync(path.join(root, schemaFile), await declaredSchema());
