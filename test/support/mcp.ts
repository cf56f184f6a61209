import { spawn } from 'node:child_process';
import path from 'node:path';
import { Client, type RequestOptions } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import type { CliBench, CliResult } from './cli';

/** A server started by the official client, as a host of assistants does it. */
export interface McpBench {
  readonly client: Client;
  /** What a tool answered, as data. */
  readonly call: (name: string, input?: object, options?: RequestOptions) => Promise<Record<string, unknown>>;
  /** What the server wrote to standard error so far. */
  readonly stderr: () => string;
  /** Ends the server at once, as a crash does. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** The name that the host gives itself. */
export const hostName = 'test-host';

/** Starts `ncloud-ip mcp` of the tool built in `built`, with these arguments. */
export async function openMcpBench(built: string, { env, folder }: CliBench, ...args: string[]): Promise<McpBench> {
  const command = [path.join(built, 'ncloud-ip.js'), 'mcp', ...args];
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: command,
    env,
    cwd: folder,
    stderr: 'pipe',
  });
  let said = '';
  transport.stderr?.on('data', (part: Buffer) => (said += part.toString()));
  const client = new Client({ name: hostName, version: '1.0.0' });
  await client.connect(transport);
  return {
    client,
    call: async (name, input = {}, options) => {
      const { content } = await client.callTool({ name, arguments: { ...input } }, options);
      const [first] = content;
      if (first?.type !== 'text') throw new Error(`${name} answered without text`);
      return JSON.parse(first.text) as Record<string, unknown>;
    },
    stderr: () => said,
    async kill() {
      if (transport.pid !== null) process.kill(transport.pid, 'SIGKILL');
      await client.close();
    },
    close: () => client.close(),
  };
}

/** `ncloud-ip approve` in a pseudo-terminal (`script` of util-linux); each question is answered in turn, or left by a control character. */
export function approveInTerminal(
  built: string,
  { env, folder }: CliBench,
  planId: string,
  ...answers: string[]
): Promise<CliResult> {
  const program = [process.execPath, path.join(built, 'ncloud-ip.js'), 'approve', planId].join(' ');
  const terminal = { ...env, SHELL: '/bin/sh', TERM: 'xterm', COLUMNS: '120' };
  const child = spawn('script', ['-qec', program, '/dev/null'], { cwd: folder, env: terminal, stdio: 'pipe' });
  const said = { stdout: '', stderr: '' };
  let asked = 0;
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said.stderr += part));
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said.stdout += part;
    // In every language the answer is typed after this.
    const questions = said.stdout.match(/\n> /g)?.length ?? 0;
    for (; asked < questions; asked++) {
      const answer = answers[asked] ?? '';
      if (answer === '\u001c') child.kill('SIGKILL');
      else child.stdin.write(['\u0003', '\u0004'].includes(answer) ? answer : `${answer}\n`);
    }
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
  });
}
