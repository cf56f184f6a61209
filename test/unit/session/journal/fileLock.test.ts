import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createFileLock, type FileLock, type LockOwner } from '../../../../src/session/journal/fileLock';
import { lockDepsOf } from '../../../../src/session/journal/lockDepsOf';
import { processStart } from '../../../../src/session/journal/processStart';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'locks-'));
  file = path.join(folder, 'entry-1.lock');
});
afterEach(() => rm(folder, { recursive: true }));

const hour = 60 * 60_000;

/** A real process that lives until the test ends, or is killed. */
function startProcess(): ChildProcess & { pid: number } {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child as ChildProcess & { pid: number };
}

/** This process, or what is given, with the real ways of telling which processes live. */
async function open(owner: Partial<LockOwner> = {}, clockIsOff = 0): Promise<FileLock> {
  const { owner: own, ...deps } = await lockDepsOf({ now: () => Date.now() + clockIsOff });
  return createFileLock(file, { ...deps, owner: { ...own, ...owner } });
}
const left = (owner: object, at: number): Promise<void> =>
  writeFile(file, JSON.stringify({ id: 'left', host: hostname(), ...owner, at }));

describe('a lock of another process', () => {
  it('is held while the process that made it lives, however long ago it wrote: the laptop slept', async () => {
    const { pid } = startProcess();
    const start = await processStart(pid);
    expect(await (await open({ id: 'other', pid, ...(start && { start }) })).claim()).toBe(true);
    expect(await (await open({}, 9 * hour)).claim()).toBe(false);
    expect(await (await open({}, -9 * hour)).claim()).toBe(false);
  });

  it('is taken over at once when the process is gone', async () => {
    const child = startProcess();
    const start = await processStart(child.pid);
    await (await open({ id: 'other', pid: child.pid, ...(start && { start }) })).claim();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await (await open()).claim()).toBe(true);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ pid: process.pid });
  });

  it('is taken over at once when its number belongs to a process that began later', async () => {
    const { pid } = startProcess();
    await left({ pid, start: 'another boot/12345' }, Date.now());
    expect(await (await open()).claim()).toBe(true);
  });

  it.each([
    ['long ago', -hour],
    ['in the future', hour],
  ])('is taken over when nobody can tell when its process began and it is dated %s', async (_, off) => {
    const { pid } = startProcess();
    await left({ pid }, Date.now() + off);
    expect(await (await open()).claim()).toBe(true);
  });

  it.each([
    ['a folder', () => mkdir(file)],
    ['a folder with something in it', () => mkdir(path.join(file, 'more'), { recursive: true })],
    ['a link to itself', () => symlink(file, file)],
    ['a link to nothing', () => symlink(path.join(folder, 'nothing'), file)],
  ])('is taken over when it is %s', async (_, make) => {
    await make();
    const lock = await open();
    expect(await lock.claim()).toBe(true);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ pid: process.pid });
  });

  it('is taken over when nobody can read it, but not while it may be half written', async () => {
    await writeFile(file, '');
    expect(await (await open()).claim()).toBe(false);
    expect(await (await open({}, hour)).claim()).toBe(true);
  });

  it('is taken by one of many that find it abandoned together', async () => {
    await left({ pid: process.pid, start: 'an earlier process' }, Date.now());
    const locks = await Promise.all(Array.from({ length: 12 }, (_, at) => open({ id: `window-${at}` })));
    const claims = await Promise.all(locks.map((lock) => lock.claim()));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['entry-1.lock']);
  });
});

describe('a lock of our own', () => {
  it('is never away or half written while it is renewed', async () => {
    const lock = await open({ id: 'ours' }, -hour);
    await lock.claim();
    const turns = { left: 100 };
    const seen = new Set<string>();
    const look = (async () => {
      while (turns.left > 0) seen.add((JSON.parse(await readFile(file, 'utf8')) as LockOwner).id);
    })();
    // Each of them an hour later than the one before, so that each writes.
    for (; turns.left > 0; turns.left--) await (await open({ id: 'ours' }, turns.left * hour)).renew();
    await look;
    expect([...seen]).toEqual(['ours']);
    expect(await readdir(folder)).toEqual(['entry-1.lock']);
  });

  it('is not released, nor renewed, by who does not have it', async () => {
    const { pid } = startProcess();
    const start = await processStart(pid);
    await (await open({ id: 'other', pid, ...(start && { start }) })).claim();
    const ours = await open();
    await expect(ours.renew()).rejects.toMatchObject({ trouble: 'otherWindow' });
    await ours.release();
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ id: 'other' });
  });

  it('leaves nothing behind', async () => {
    const lock = await open();
    await lock.claim();
    await lock.renew();
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('when a process began', () => {
  it('is the same each time, another for another process, and nothing for none', async () => {
    const { pid } = startProcess();
    const [own, again, other] = await Promise.all([process.pid, process.pid, pid].map((one) => processStart(one)));
    expect(own).toMatch(/\S/);
    expect(again).toBe(own);
    expect(other).toMatch(/\S/);
    expect(other).not.toBe(own);
    expect(await processStart(2 ** 22 + 1)).toBeUndefined();
  });

  it('is asked of ps where there is no /proc', async () => {
    expect(await processStart(process.pid, 'darwin')).toMatch(/\d\d:\d\d:\d\d \d{4}$/);
    expect(await processStart(2 ** 22 + 1, 'darwin')).toBeUndefined();
  });
});
