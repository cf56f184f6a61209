import { once } from 'node:events';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect } from 'vitest';
import { node, type CliBench } from './cli';

/** A message of JSON-RPC as it came over the wire. */
export type WireMessage = Readonly<Record<string, unknown>>;

/** A server without the official client between: anything can be written to it. */
export interface RawMcp {
  /** A message, or whatever text, on a line. */
  write(line: object | string | Buffer): void;
  /** The result of a request, or its error; sends it and waits. */
  request(method: string, params?: unknown): Promise<WireMessage>;
  /** Each line that it wrote. */
  readonly lines: () => readonly string[];
  readonly stderr: () => string;
  /** Ends its input; gives its exit code. */
  end(): Promise<number | null>;
}

/** Starts `ncloud-ip mcp` of the tool built in `built`, and says hello in the words of this revision of the protocol. */
export async function openRawMcp(
  built: string,
  { env, folder }: CliBench,
  protocolVersion: string,
  ...args: string[]
): Promise<RawMcp> {
  const program = [path.join(built, 'ncloud-ip.js'), 'mcp', ...args];
  const child = spawn(node, program, { env, cwd: folder, stdio: 'pipe' });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (part: string) => (said[name] += part));
  const lines = (): string[] => said.stdout.split('\n').filter((line) => line !== '');
  let ids = 1_000;
  const server: RawMcp = {
    lines,
    stderr: () => said.stderr,
    write(line) {
      child.stdin.write(typeof line === 'string' || Buffer.isBuffer(line) ? line : JSON.stringify(line));
      child.stdin.write('\n');
    },
    async request(method, params) {
      const id = ++ids;
      server.write({ jsonrpc: '2.0', id, method, ...(params !== undefined && { params }) });
      const find = () => lines().find((line) => (JSON.parse(line) as { readonly id?: unknown }).id === id);
      await expect.poll(find, { timeout: 15_000 }).toBeDefined();
      return JSON.parse(find()!) as WireMessage;
    },
    async end() {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'close');
      return child.exitCode;
    },
  };
  const clientInfo = { name: 'raw', version: '1' };
  await server.request('initialize', { protocolVersion, capabilities: {}, clientInfo });
  server.write({ jsonrpc: '2.0', method: 'notifications/initialized' });
  return server;
}
