import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../../host/paths.mjs';
import type { WindowOrder } from './window';

/** A window as a process of its own. */
export interface StartedWindow {
  /** It planned, and is about to carry the plan out. */
  readonly begins: Promise<void>;
  /** It has carried everything out. */
  readonly ends: Promise<void>;
  /** How it went away: by itself, or killed. Rejects when it failed. */
  readonly gone: Promise<'done' | 'killed'>;
  kill(): void;
}

/** Windows that are there already and wait for their order. */
export interface WindowStarter {
  start(order: WindowOrder): StartedWindow;
  close(): void;
}

/** Bundles the code that windows run into a file of this folder. So many are started ahead: loading takes longest. */
export async function createWindowStarter(folder: string, ahead = 2): Promise<WindowStarter> {
  const outfile = path.join(folder, 'window.cjs');
  await build({
    entryPoints: [path.join(root, 'test', 'faults', 'kills', 'window.ts')],
    ...{ bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'error' },
  });
  const launch = () => spawn(process.execPath, [outfile], { stdio: 'pipe' });
  const ready = Array.from({ length: ahead }, launch);
  return {
    start(order) {
      const child = ready.shift() ?? launch();
      ready.push(launch());
      return follow(child, order);
    },
    close() {
      for (const child of ready) child.stdin.end();
    },
  };
}

function follow(child: ChildProcessWithoutNullStreams, order: WindowOrder): StartedWindow {
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  let said = '';
  const says = (word: string): Promise<void> =>
    new Promise((resolve) => {
      child.stdout.on('data', () => said.includes(word) && resolve());
      child.once('close', () => resolve());
    });
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stdin.write(JSON.stringify(order));
  return {
    begins: says('begins'),
    ends: says('ends'),
    gone: new Promise((resolve, reject) => {
      child.once('close', (code, signal) => {
        if (signal === 'SIGKILL') resolve('killed');
        else if (code === 0) resolve('done');
        else reject(new Error(`a window ended with ${code ?? String(signal)}: ${complaint}`));
      });
    }),
    kill: () => void child.kill('SIGKILL'),
  };
}
