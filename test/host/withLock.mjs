import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `work` while no other process holds `lockFile`, so that two commands started together do not install over
 * each other. A lock whose process is gone is taken over. Node 18 and newer.
 * @template T
 * @param {string} lockFile absolute path
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(lockFile, work) {
  fs.mkdirSync(path.dirname(lockFile), { recursive: true });
  for (let told = false; !tryLock(lockFile); told = true) {
    if (!told) console.log(`waiting for another installation (${path.basename(lockFile)})`);
    await sleep(500);
  }
  const unlock = () => fs.rmSync(lockFile, { force: true });
  process.once('exit', unlock);
  try {
    return await work();
  } finally {
    process.off('exit', unlock);
    unlock();
  }
}

function tryLock(lockFile) {
  try {
    fs.writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (isHeld(lockFile)) return false;
  fs.rmSync(lockFile, { force: true });
  return false;
}

function isHeld(lockFile) {
  try {
    const text = fs.readFileSync(lockFile, 'utf8');
    // Empty: its owner is between creating and writing it.
    if (text === '') return Date.now() - fs.statSync(lockFile).mtimeMs < 5000;
    process.kill(Number(text), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
