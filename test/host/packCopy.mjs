import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { projectNode, root } from './paths.mjs';

/**
 * Packs the VSIX from a copy in `folder`, with bundles as they are shipped, and gives its path: dist/ stays as it is, for
 * others may be running from it.
 * @param {string} folder
 */
export async function packCopy(folder) {
  const source = path.join(folder, 'source');
  const texts = fs.readdirSync(root).filter((name) => name.startsWith('package.nls'));
  for (const name of ['media', 'README.md', 'CHANGELOG.md', 'LICENSE', '.vscodeignore', ...texts]) {
    fs.cpSync(path.join(root, name), path.join(source, name), { recursive: true });
  }
  execFileSync(projectNode, ['esbuild.js', '--production', '--outdir', path.join(source, 'dist')], { cwd: root });
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  fs.writeFileSync(path.join(source, 'package.json'), JSON.stringify({ ...manifest, scripts: {} }));
  const packagePath = path.join(folder, 'extension.vsix');
  await createVSIX({ cwd: source, packagePath, dependencies: false });
  return packagePath;
}
