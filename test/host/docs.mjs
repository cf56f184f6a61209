// npm run docs: writes the parts of docs/ that follow from the code; test/unit/package/architecture.test.ts compares.
import { ensureInstalled } from './ensureInstalled.mjs';

await ensureInstalled();
const [{ default: fs }, { default: path }, { drawRooms }, { root }] = await Promise.all([
  import('node:fs'),
  import('node:path'),
  import('./drawRooms.mjs'),
  import('./paths.mjs'),
]);
const file = path.join(root, 'docs', 'architecture.md');
fs.writeFileSync(file, await drawRooms(fs.readFileSync(file, 'utf8')));
