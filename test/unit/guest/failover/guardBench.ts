import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { root } from '../../../host/paths.mjs';

/** The script as it is installed. */
export const guardFile = path.join(root, 'src', 'guest', 'failover', 'ncloud-vip-guard.sh');

/** Why the guard cannot run here, or nothing. */
export const whyNoGuard =
  process.platform === 'linux' && ['bash', 'curl', 'openssl'].every((tool) => !spawnSync(tool, ['--version']).error)
    ? ''
    : ' (skipped: needs Linux with bash, curl and openssl)';

/** The guard in a folder, with a stand-in for keepalived and for `ip`, and for other programs where a test wants it. */
export interface GuardBench {
  readonly folder: string;
  /** Runs the guard to its end. Not synchronously: the sandbox in this process has to answer it. */
  guard(...args: readonly string[]): Promise<{ status: number | null; stdout: string; stderr: string }>;
  /** Starts the service; its journal grows. */
  run(): { journal: () => string };
  /** Starts a process that is called keepalived, which says this event; it lives until it is killed. */
  keepalived(event: string): Promise<ChildProcess>;
  /** A program that is found before the real one. */
  program(name: string, script: string): void;
  setKeys(keys: { accessKey: string; secretKey: string }): void;
}

/** Makes one for interface `701236` and address `10.0.10.100`, which is on the device. Everything ends with the test. */
export function openGuardBench(gatewayUrl: string, metadataUrl = 'http://127.0.0.1:1'): GuardBench {
  const folder = mkdtempSync(path.join(tmpdir(), 'guard-'));
  const children: ChildProcess[] = [];
  onTestFinished(() => {
    for (const { pid } of children) {
      try {
        if (pid) process.kill(-pid, 'SIGKILL');
      } catch {
        // It has ended already.
      }
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  for (const name of ['bin', 'etc', 'run']) mkdirSync(path.join(folder, name));
  const env = {
    PATH: `${folder}/bin:${process.env.PATH}`,
    NCLOUD_VIP_CONFIG: `${folder}/etc`,
    NCLOUD_VIP_RUN: `${folder}/run`,
    NCLOUD_VIP_METADATA: metadataUrl,
  };
  const start = (file: string, args: readonly string[]): ChildProcess => {
    const child = spawn(file, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(child);
    return child;
  };
  // A process is called what its file is called.
  copyFileSync('/bin/bash', `${folder}/bin/keepalived`);
  const bench: GuardBench = {
    folder,
    async guard(...args) {
      const child = start('bash', [guardFile, ...args]);
      const written = { stdout: '', stderr: '' };
      child.stdout?.on('data', (part: Buffer) => (written.stdout += String(part)));
      child.stderr?.on('data', (part: Buffer) => (written.stderr += String(part)));
      const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
      return { status, ...written };
    },
    run() {
      let text = '';
      const child = start('bash', [guardFile, 'run', 'vip']);
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (text += String(part)));
      return { journal: () => text };
    },
    async keepalived(event) {
      const told = `${folder}/told-${children.length}`;
      const child = start(`${folder}/bin/keepalived`, [
        '--norc',
        '-c',
        `bash ${guardFile} notify vip ${event}; touch ${told}; read -r -t 600 _ < <(sleep 600)`,
      ]);
      await vi.waitFor(() => {
        if (!existsSync(told)) throw new Error('not told yet');
      }, 10_000);
      return child;
    },
    program: (name, script) => writeFileSync(`${folder}/bin/${name}`, `#!/bin/bash\n${script}\n`, { mode: 0o755 }),
    setKeys: ({ accessKey, secretKey }) =>
      writeFileSync(`${folder}/etc/keys`, `ACCESS_KEY='${accessKey}'\nSECRET_KEY='${secretKey}'\n`),
  };
  const settings = [`GATEWAY='${gatewayUrl}'`, "REGION='KR'", "INTERFACE_NO='701236'", "DEVICE='eth0'"];
  writeFileSync(`${folder}/etc/vip.conf`, [...settings, "ADDRESSES='10.0.10.100'", ''].join('\n'));
  bench.program('ip', "echo '2: eth0    inet 10.0.10.100/24 scope global secondary eth0'");
  bench.setKeys({ accessKey: 'key', secretKey: 'secret' });
  return bench;
}

/** What a file of the bench holds; nothing while there is none. */
export function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
