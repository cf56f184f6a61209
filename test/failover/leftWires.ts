import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { isAlive } from '../../src/session/journal/lockDepsOf';

const run = promisify(execFile);

/** How a test names its namespaces and its ends of the wires: the process that laid them, then what they are. */
export const wirePrefix = (slot: number): string => `nv${process.pid}x${slot}`;

const ofProcess = /^nv(?:-try-)?(\d+)/;

/**
 * Takes away what tests that were killed have left, with the programs that still run in it. What a living test has laid stays;
 * `isFirst`: this process has laid nothing yet, so what has its number is of another one that had it.
 */
export async function sweepWires(isFirst = false): Promise<void> {
  const isLeft = (name: string): boolean => {
    const pid = Number(ofProcess.exec(name)?.[1] ?? NaN);
    return !Number.isNaN(pid) && (pid === process.pid ? isFirst : !isAlive(pid));
  };
  for (const namespace of (await namesOf('netns', 'list')).filter(isLeft)) {
    for (const pid of await namesOf('netns', 'pids', namespace)) end(Number(pid));
    await ip('netns', 'del', namespace);
  }
  for (const link of (await namesOf('-br', 'link')).filter(isLeft)) await ip('link', 'del', link);
}

/** The first word of each line that `ip` prints; a link's without its other end (`@…`). */
async function namesOf(...args: readonly string[]): Promise<string[]> {
  const lines = (await ip(...args)).split('\n').filter(Boolean);
  return lines.map((line) => line.split(/[\s@]/, 1)[0]!);
}

/** What `ip` prints; nothing when it fails: another test may have swept at the same moment. */
async function ip(...args: readonly string[]): Promise<string> {
  return run('ip', [...args]).then(
    ({ stdout }) => stdout,
    () => '',
  );
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
