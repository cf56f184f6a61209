import { createInterface } from 'node:readline/promises';
import { addAbortSignal } from 'node:stream';
import { l10n } from 'vscode';
import { systemClock } from '../change/systemClock';
import type { Terminal } from './terminal';

/** The terminal that this process was started from. The first Ctrl+C asks the command to stop, the second one ends it. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  const stop = new AbortController();
  let shown = '';
  const onStop = (): void => {
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  };
  process.on('SIGINT', onStop);
  process.on('SIGTERM', onStop);
  stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    // The reader went away, as `head` does: what was begun goes on to its end, above all a change.
    if (code === 'EPIPE') return;
    // What a full disk cuts off has to be told.
    stderr.write(`ncloud-ip: ${l10n.t('Could not write the output: {0}.', code ?? '')}\n`);
    process.exit(1);
  });
  stderr.on('error', () => undefined);
  const isInteractive = stdin.isTTY && stderr.isTTY;
  const progress = (line: string | undefined): void => {
    if (!isInteractive || (line ?? '') === shown) return;
    shown = (line ?? '').slice(0, Math.max(0, stderr.columns - 1));
    stderr.write(`\r\u001b[K${shown}`);
  };
  return {
    env,
    cwd: process.cwd(),
    clock: systemClock,
    isInteractive,
    signal: stop.signal,
    write: (part) => void stdout.write(part),
    tell(line) {
      progress(undefined);
      stderr.write(`${line}\n`);
    },
    progress,
    async ask(question) {
      progress(undefined);
      const lines = createInterface({ input: stdin, output: stderr });
      try {
        return (await lines.question(question, { signal: stop.signal })).trim();
      } catch (error) {
        // Ctrl+C and Ctrl+D at a question leave it.
        if (error instanceof Error && error.name === 'AbortError') return undefined;
        throw error;
      } finally {
        lines.close();
      }
    },
    async readInput(atMost) {
      const chunks: Buffer[] = [];
      let size = 0;
      // Somebody who types it leaves with Ctrl+C.
      for await (const chunk of addAbortSignal(stop.signal, stdin) as AsyncIterable<Buffer>) {
        chunks.push(chunk);
        size += chunk.length;
        if (size > atMost) break;
      }
      return Buffer.concat(chunks);
    },
  };
}
