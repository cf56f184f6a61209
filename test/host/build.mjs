import { spawnSync } from 'node:child_process';
import { projectNode, root } from './paths.mjs';

/** Builds every bundle (development form) and throws when one cannot be built. The build prints its own errors. */
export function build() {
  const { status } = spawnSync(projectNode, ['esbuild.js'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error('the build failed');
}
