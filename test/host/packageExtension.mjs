import fs from 'node:fs';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { root } from './paths.mjs';

/** Builds for production (the manifest's `vscode:prepublish`) and writes the VSIX; what goes in is in .vscodeignore. */
export async function packageExtension() {
  const { name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const file = path.join(root, `${name}-${version}.vsix`);
  await createVSIX({ cwd: root, packagePath: file, dependencies: false });
  console.log(`${path.basename(file)}: ${(fs.statSync(file).size / 1024).toFixed(0)} KiB`);
}
