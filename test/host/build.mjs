import { spawnSync } from 'node:child_process';
import { projectNode, root } from './paths.mjs';

/**
 * Builds every bundle and throws when one cannot be built. The build prints its own errors.
 * @param {string[]} options of esbuild.js
 */
export function build(...options) {
  const args = ['esbuild.js', ...options];
  const { status } = spawnSync(projectNode, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error('the build failed');
}
