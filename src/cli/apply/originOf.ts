import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Origin } from '../../change/journalEntry';
import { planDigest } from '../../plan/planDigest';
import type { PlannedRegion } from '../plan/planOutput';
import type { Terminal } from '../terminal';
import { commitOf } from './commitOf';

/** Which files asked for a change: those about its region, as they were read. Of several the digest is that of their digests. */
export async function originOf(
  { cwd, env }: Pick<Terminal, 'cwd' | 'env'>,
  { plan, files }: Pick<PlannedRegion, 'plan' | 'files'>,
): Promise<Origin> {
  const [first, ...others] = files;
  const name = files.map((file) => file.name).join(', ');
  const fileDigest =
    first && others.length === 0 ? sha256(first.bytes) : sha256(files.map(({ bytes }) => sha256(bytes)).join('\n'));
  // Standard input is no file that git could know.
  const commits = await Promise.all(
    files.map(async (file) =>
      file.name === '-' ? undefined : commitOf(path.resolve(cwd, file.name), file.bytes, env),
    ),
  );
  const [commit] = new Set(commits).size === 1 ? commits : [];
  return {
    kind: 'file',
    file: name,
    fileDigest,
    planDigest: planDigest(plan),
    ...(commit !== undefined && { commit }),
  };
}

function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
