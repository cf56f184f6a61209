import path from 'node:path';
import { systemClock } from '../../src/change/systemClock';
import { runCli } from '../../src/cli/runCli';
import { createTemporaryFolder } from '../host/temporaryFolder.mjs';
import { accountOf, type CliResult } from './cli';
import type { TestSandbox } from './sandbox';

/** A run of the command line tool in this process, as at a terminal: its questions are answered by the test. */
export interface AttendedRun extends CliResult {
  /** Every question, in order. */
  readonly questions: readonly string[];
}

/**
 * Runs the tool with the keys of a sandbox. `input` is what standard input holds; `answer` is called with the number of each
 * question, from 1, and what it does to the network happens between a plan and its yes.
 */
export async function runAttended(
  sandbox: TestSandbox,
  args: readonly string[],
  { input = '', answer }: { readonly input?: string; readonly answer?: (question: number) => Promise<string> },
): Promise<AttendedRun> {
  const folder = createTemporaryFolder('cli-terminal');
  const said = { stdout: '', stderr: '' };
  const questions: string[] = [];
  const code = await runCli(
    args,
    {
      env: { ...accountOf(sandbox), HOME: folder, XDG_STATE_HOME: path.join(folder, 'state') },
      cwd: folder,
      clock: systemClock,
      isInteractive: answer !== undefined,
      signal: new AbortController().signal,
      write: (text) => void (said.stdout += text),
      tell: (line) => void (said.stderr += `${line}\n`),
      progress: () => undefined,
      ask: async (question) => {
        questions.push(question);
        return answer?.(questions.length);
      },
      readInput: () => Promise.resolve(new TextEncoder().encode(input)),
    },
    '0.0.0',
  );
  return { code, ...said, questions };
}
