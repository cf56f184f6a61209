import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Origin } from '../../change/journalEntry';
import { planDigest } from '../../plan/planDigest';
import type { Sources } from '../files/readFiles';
import type { PlannedRegion } from '../plan/planOutput';
import type { Terminal } from '../terminal';
import { commitOf } from './commitOf';

/** Which file asked for a change: the first one about its region, with the digest of all that are, where several are. */
export async function originOf(
  { cwd, env }: Pick<Terminal, 'cwd' | 'env'>,
  { files }: Pick<Sources, 'files'>,
  { plan }: Pick<PlannedRegion, 'plan'>,
): Promise<Origin> {
  const [first, ...others] = files;
  const name = files.map((file) => file.name).join(', ');
  const fileDigest =
    first && others.length === 0 ? sha256(first.bytes) : sha256(files.map(({ bytes }) => sha256(bytes)).join('\n'));
  // Standard input is no file that git could know.
  const paths = files.map((file) => (file.name === '-' ? undefined : path.resolve(cwd, file.name)));
  const commits = await Promise.all(paths.map(async (file) => file && commitOf(file, env)));
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
