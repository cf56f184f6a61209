import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from './build.mjs';
import { onStopSignal } from './processes.mjs';
import { projectNode, root } from './paths.mjs';

/** `npm run sandbox`: builds and runs the sandbox in the foreground with the given options until a signal. */
export function runSandbox(args) {
  build();
  const child = spawn(projectNode, [path.join(root, 'dist', 'sandbox.js'), ...args], { stdio: 'inherit' });
  onStopSignal(() => child.kill('SIGTERM'));
  child.on('exit', (code) => process.exit(code ?? 0));
}
