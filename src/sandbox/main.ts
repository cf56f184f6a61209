import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { readCommandLine } from './readCommandLine';
import type { SandboxOptions } from './sandboxOptions';
import { startSandbox } from './startSandbox';

// Two doors into the same sandbox: a program of its own (first line of output is the access as JSON, until a signal), and
// a worker thread (options as workerData, access as the first message, until the message 'close').

async function runProgram(): Promise<void> {
  const sandbox = await startSandbox(readCommandLine(process.argv.slice(2)));
  console.log(JSON.stringify(sandbox.access));
  const stop = () => void sandbox.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function runWorker(): Promise<void> {
  const sandbox = await startSandbox((workerData ?? {}) as SandboxOptions);
  parentPort?.on('message', (message) => {
    if (message === 'close') void sandbox.close().then(() => parentPort?.close());
  });
  parentPort?.postMessage(sandbox.access);
}

if (isMainThread) {
  runProgram().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  });
} else void runWorker();
