import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onOrphaned } from './onOrphaned.mjs';

/** Names a folder in which every started group leaves a file, so that the command that runs the suites can end what a killed suite left. */
const registryVariable = 'NCLOUD_IP_PROCESS_REGISTRY';

const groups = new Set();
process.on('exit', () => groups.forEach((pid) => signalGroup(pid, 'SIGKILL')));
// The runner of the tests ends its workers with TERM, which by itself would skip what is to be done at exit.
if (process.env.VITEST) process.once('SIGTERM', () => process.exit(143));

/**
 * Starts a program as the leader of its own process group, so that it ends together with everything it starts.
 * Whatever still runs when this process exits is killed.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function spawnGroup(command, args, options) {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  if (child.pid !== undefined) {
    groups.add(child.pid);
    register(child.pid);
  }
  return child;
}

/**
 * Ends a group: asks first, kills after `patience` ms; returns when no process of it is left.
 * @param {number | undefined} pid of the group's leader
 * @param {number} [patience]
 */
export async function endGroup(pid, patience = 3000) {
  if (pid === undefined) return;
  signalGroup(pid, 'SIGTERM');
  const deadline = Date.now() + patience;
  while (isGroupAlive(pid) && Date.now() < deadline) await sleep(50);
  for (let i = 0; isGroupAlive(pid) && i < 60; i++) {
    signalGroup(pid, 'SIGKILL');
    await sleep(50);
  }
  groups.delete(pid);
  unregister(pid);
}

/** Kills every group whose file is still in `folder`. */
export async function endRegistered(folder) {
  for (const name of fs.existsSync(folder) ? fs.readdirSync(folder) : []) {
    await endGroup(Number(name), 0);
    fs.rmSync(path.join(folder, name), { force: true });
  }
}

/** The environment for a child whose own groups shall be registered in `folder`. */
export function registryEnvironment(folder) {
  fs.mkdirSync(folder, { recursive: true });
  return { [registryVariable]: folder };
}

/**
 * Runs `stop` once on Ctrl+C, TERM, a closed terminal, or when the npm that started us is gone.
 * @param {() => void} stop
 */
export function onStopSignal(stop) {
  let stopping = false;
  const stopOnce = () => {
    if (stopping) return;
    stopping = true;
    stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stopOnce);
  onOrphaned(stopOnce);
}

function signalGroup(pid, signal) {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // Already gone.
  }
}

function isGroupAlive(pid) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 0);
    return true;
  } catch {
    return false;
  }
}

function register(pid) {
  const folder = process.env[registryVariable];
  if (folder) fs.writeFileSync(path.join(folder, String(pid)), '');
}

function unregister(pid) {
  const folder = process.env[registryVariable];
  if (folder) fs.rmSync(path.join(folder, String(pid)), { force: true });
}
