import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createTemporaryFolder } from '../host/temporaryFolder.mjs';
import { root } from '../host/paths.mjs';
import type { TestSandbox } from './sandbox';

/** How a run of the command line tool ended. */
export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built tool in a folder of its own, with a home and a state folder that no other test knows. */
export interface CliBench {
  readonly folder: string;
  /** The variables that a run gets. */
  readonly env: Record<string, string>;
  /** Writes a file into the folder and gives its name. */
  write(name: string, text: string): string;
  start(...args: readonly string[]): { readonly child: ChildProcess; readonly ended: Promise<CliResult> };
  run(...args: readonly string[]): Promise<CliResult>;
  /** The same with something on standard input. */
  runWith(input: string, ...args: readonly string[]): Promise<CliResult>;
}

/** What the tool is run with: the machine's own Node, on which npm runs, not the one that the tests bring along. */
export const node = process.env.NCLOUD_IP_TEST_NODE ?? process.env.npm_node_execpath ?? process.execPath;

/** Builds the tool as it is packed, and gives its folder. */
export function buildCli(): string {
  const folder = path.join(createTemporaryFolder('cli'), 'dist-cli');
  execFileSync(process.execPath, ['esbuild.cli.mjs', '--outdir', folder], { cwd: root });
  return folder;
}

/** A bench for the tool built in `built`, with the keys of a sandbox where one is given. */
export function openCliBench(built: string, sandbox?: TestSandbox): CliBench {
  const folder = createTemporaryFolder('cli-bench');
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    HOME: path.join(folder, 'home'),
    XDG_STATE_HOME: path.join(folder, 'state'),
    ...(sandbox && accountOf(sandbox)),
  };
  function startWith(input: string, args: readonly string[]): ReturnType<CliBench['start']> {
    const child = spawn(node, [path.join(built, 'ncloud-ip.js'), ...args], { cwd: folder, env, stdio: 'pipe' });
    // A run that ends early may leave it unread.
    child.stdin.on('error', () => undefined).end(input);
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text: string) => (said[name] += text));
    const ended = new Promise<CliResult>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, ...said }));
    });
    return { child, ended };
  }
  return {
    folder,
    env,
    write(name, text) {
      fs.writeFileSync(path.join(folder, name), text);
      return name;
    },
    start: (...args) => startWith('', args),
    run: (...args) => startWith('', args).ended,
    runWith: (input, ...args) => startWith(input, args).ended,
  };
}

/** The variables that name a sandbox and its keys. */
export function accountOf({ url, accessKey, secretKey }: Pick<TestSandbox, 'url' | 'accessKey' | 'secretKey'>) {
  return {
    NCLOUD_API_GW: url,
    NCLOUD_ACCESS_KEY: accessKey,
    NCLOUD_SECRET_KEY: secretKey,
    NCLOUD_IP_SANDBOX: '1',
  };
}

/** A file that declares two unseen addresses on web-01/eth0 of the sandbox. */
export const twoAddresses = `version: 1
region: KR
interfaces:
  web-01/eth0: [10.0.10.11, 10.0.10.12]
`;
