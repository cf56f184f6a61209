import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Longer (ms) than git takes for one file. */
const atMostMs = 10_000;

/** The commit that a file is in as it is now, in hex; undefined outside git, without git, and for a file that was edited since. */
export async function commitOf(
  file: string,
  { GITHUB_SHA }: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const git = async (...args: string[]): Promise<string> =>
    (await run('git', args, { cwd: path.dirname(file), timeout: atMostMs })).stdout.trim();
  try {
    const [head, changed] = [
      await git('rev-parse', 'HEAD'),
      await git('status', '--porcelain', '--ignored', '--', path.basename(file)),
    ];
    return changed === '' && /^[0-9a-f]{40,64}$/.test(head) ? head : undefined;
  } catch (error) {
    // Without git the workflow says what it checked out; where git is, it knows better.
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isAbsent && GITHUB_SHA && /^[0-9a-f]{40,64}$/.test(GITHUB_SHA) ? GITHUB_SHA : undefined;
  }
}
