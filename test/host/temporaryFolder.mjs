import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const folders = new Set();
process.on('exit', () => folders.forEach((folder) => removeTemporaryFolder(folder)));
// Vitest ends its workers with this signal, which lets nothing be removed unless somebody listens.
if (process.env.VITEST_POOL_ID) process.once('SIGTERM', () => process.exit());

/**
 * A new folder in the system's temporary place, gone at the latest when this process exits.
 * @param {string} purpose part of its name
 */
export function createTemporaryFolder(purpose) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `ncloud-ip-${purpose}-`));
  folders.add(folder);
  return folder;
}

/** Removes the folder; a process that is just ending may still write into it, hence the retries. */
export function removeTemporaryFolder(folder) {
  folders.delete(folder);
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}
