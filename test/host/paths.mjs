import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where things are in this repository; absolute paths. Runs on Node 18, so no `import.meta.dirname`. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Everything that is downloaded or generated for the hosts lives here; git and the VSIX leave it out. */
export const hostRoom = path.join(root, '.vscode-test');

/** The Node 24 of the npm package `node`, whatever the machine has. */
export const projectNode = path.join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
