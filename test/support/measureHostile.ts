import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { HostileAnswer } from './hostileAnswers';
import type { Toll } from './hostileClient';
import { startRawServer } from './rawServer';

/** Clients in processes of their own, which answers of this process are thrown at. */
export interface HostileBench {
  measure(answer: HostileAnswer): Promise<Toll>;
  close(): Promise<void>;
}

/** Builds the client (its source is in the folder `support`) once; every measurement starts a new process, whose memory nothing else has used. */
export async function openHostileBench(support: string): Promise<HostileBench> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ncloud-ip-hostile-'));
  const client = path.join(folder, 'client.mjs');
  await build({
    entryPoints: [path.join(support, 'hostileClient.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: client,
    logLevel: 'error',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return {
    async measure({ call, handle }) {
      const server = await startRawServer(handle);
      try {
        const { stdout } = await promisify(execFile)(process.execPath, [client, server.url, call], { timeout: 60_000 });
        return JSON.parse(stdout) as Toll;
      } finally {
        await server.close();
      }
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
