import { Worker } from 'node:worker_threads';
import type { Event } from 'vscode';
import type { Credentials } from '../api/credentials';
import { createEmitter, type Emitter } from './emitter';

/** A running sandbox: its loopback address and the made-up keys it accepts. */
export interface RunningSandbox extends Credentials {
  readonly url: string;
}

/** The one door to the sandbox. */
export interface SandboxDoor {
  /** Starts it when it is not running; many callers share one start, a failed one is forgotten. */
  open(): Promise<RunningSandbox>;
  /** It stopped, wanted or not: its address is worth nothing any more. */
  readonly onDidStop: Event<void>;
  close(): void;
}

/** How the sandbox is started. */
export interface SandboxOptions {
  readonly scenario: string;
  /** Network interfaces of the scenario `large`. */
  readonly nics?: number;
  /** Milliseconds from SET to USED. */
  readonly delay: number;
  /** What control requests must carry; only the tests choose it, nobody learns the one it makes up. */
  readonly controlToken?: string;
}

/** The scenario `large` with a full request log needs a quarter of it. A worker that needs more ends, and nothing else does. */
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32 };

/** Runs dist/sandbox.js in a worker: it goes when the extension host goes, so nothing can be left behind. */
export function createSandboxDoor(bundle: string, options: () => SandboxOptions): SandboxDoor {
  let worker: Worker | undefined;
  let running: Promise<RunningSandbox> | undefined;
  const stopped: Emitter<void> = createEmitter();
  const close = (): void => {
    void worker?.terminate();
    worker = running = undefined;
    stopped.fire();
  };
  const open = (): Promise<RunningSandbox> =>
    new Promise((resolve, reject) => {
      const workerData = { port: 0, ...options() };
      const started = new Worker(bundle, { workerData, resourceLimits, stdout: true, stderr: true });
      worker = started;
      // What nobody reads of its output would be kept in this process.
      started.stdout.resume();
      started.stderr.resume();
      started.once('message', (message: RunningSandbox) => resolve(message));
      // After the start as well: an error that nobody listens to would end the extension host.
      started.on('error', reject);
      started.once('exit', (code) => {
        if (worker === started) close();
        reject(new Error(`The sandbox stopped (exit code ${code}).`));
      });
    });
  return {
    open() {
      if (running) return running;
      const start = open();
      running = start;
      // Only its own failure closes the door: after a close, another start may be under way.
      start.catch(() => {
        if (running === start) close();
      });
      return start;
    },
    onDidStop: stopped.event,
    close,
  };
}

/** A sandbox that somebody else started (npm start, the tests): the JSON line it printed. */
export function createOutsideSandboxDoor(line: string): SandboxDoor {
  const running = JSON.parse(line) as RunningSandbox;
  return { open: () => Promise.resolve(running), onDidStop: createEmitter<never>().event, close: () => undefined };
}
