import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Longer (ms) than git takes for one file. */
const atMostMs = 10_000;

/**
 * The commit that has a file with just these bytes, in hex; undefined outside git, without git, and for bytes that are not
 * committed. The file itself is not looked at: by now something else may stand in it.
 */
export async function commitOf(
  file: string,
  bytes: Uint8Array,
  { GITHUB_SHA }: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const name = path.basename(file);
  const git = async (input: Uint8Array | undefined, ...args: string[]): Promise<string> => {
    const running = run('git', args, { cwd: path.dirname(file), timeout: atMostMs });
    // A git that ended without reading tells why by its exit code.
    running.child.stdin?.on('error', () => undefined).end(input);
    return (await running).stdout.trim();
  };
  try {
    const head = await git(undefined, 'rev-parse', 'HEAD');
    const committed = await git(undefined, 'rev-parse', `${head}:./${name}`);
    // With the line ends and filters that git would store the file with.
    const read = await git(bytes, 'hash-object', '--stdin', '--path', name);
    return read === committed && /^[0-9a-f]{40,64}$/.test(head) ? head : undefined;
  } catch (error) {
    // Without git the workflow says what it checked out; where git is, it knows better.
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isAbsent && GITHUB_SHA && /^[0-9a-f]{40,64}$/.test(GITHUB_SHA) ? GITHUB_SHA : undefined;
  }
}
