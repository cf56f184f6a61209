import { once } from 'node:events';
import path from 'node:path';
import { projectNode, root } from './paths.mjs';
import { endGroup, onStopSignal, spawnGroup } from './processes.mjs';

const watchers = [
  [path.join(root, 'esbuild.js'), '--watch'],
  // Plain lines: the editor reads them, and a cleared screen would take the bundler's away.
  [
    path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
    ...['-p', root, '--watch', '--preserveWatchOutput', '--pretty', 'false'],
  ],
];

/** `npm run watch`: the bundler and the type checker side by side until Ctrl+C. When one of them ends, so does the other. */
export async function runWatch() {
  const children = watchers.map((args) =>
    spawnGroup(projectNode, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }),
  );
  const stopped = new Promise((resolve) => onStopSignal(() => resolve(130)));
  const ended = children.map((child) => once(child, 'exit').then(([code]) => code ?? 1));
  const code = await Promise.race([stopped, ...ended]);
  await Promise.all(children.map(({ pid }) => endGroup(pid)));
  process.exit(code);
}
