import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Kills the extension host of a VS Code server with SIGKILL and waits until the workbench has started another one
 * (20 s at most). Needs `ps`: Linux and macOS.
 */
export async function killExtensionHost(serverPid: number | undefined): Promise<void> {
  const before = listExtensionHosts(serverPid);
  if (before.length === 0) throw new Error('no extension host is running');
  for (const pid of before) process.kill(pid, 'SIGKILL');
  for (let waited = 0; waited < 20_000; waited += 100) {
    if (listExtensionHosts(serverPid).some((pid) => !before.includes(pid))) return;
    await sleep(100);
  }
  throw new Error('the extension host was not started again');
}

function listExtensionHosts(serverPid: number | undefined): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' }).split('\n');
  return rows
    .map((row) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(row))
    .filter(
      (row) => row?.[2] === String(serverPid) && !row[3]?.startsWith('Z') && row[4]?.includes('--type=extensionHost'),
    )
    .map((row) => Number(row?.[1]));
}
