import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { InterfaceHold, InterfaceHolds } from '../../../../src/change/interfaceHolds';
import { createFileHolds } from '../../../../src/session/journal/interfaceHolds';
import { lockDepsOf } from '../../../../src/session/journal/lockDepsOf';

let folder: string;
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'holds-')), 'holds');
});
afterEach(() => rm(path.dirname(folder), { recursive: true }));

/** A window of its own; without a pid one that lives in this process' parent, which outlives the test. */
async function openWindow(id: string, pid = process.ppid): Promise<InterfaceHolds> {
  const deps = await lockDepsOf({});
  const start = await deps.startOf(pid);
  const owner = { ...deps.owner, id, pid, ...(start !== undefined && { start }) };
  return createFileHolds({ folder, lookEveryMs: 2, ...deps, owner });
}

/** A change that notes when it has its interfaces; `over` lets them go. */
function change(holds: InterfaceHolds, keys: readonly string[], name: string, order: string[], signal?: AbortSignal) {
  const onWait = vi.fn();
  let hold: InterfaceHold | undefined;
  const held = holds.hold(keys, onWait, signal).then((got) => {
    hold = got;
    order.push(got ? name : `${name} cancelled`);
  });
  return { held, onWait, over: (some?: readonly string[]) => hold?.release(some) };
}

describe('holds within a window', () => {
  it('whoever came first has an interface first; others go on meanwhile', async () => {
    const holds = await openWindow('a');
    const order: string[] = [];
    const first = change(holds, ['1', '2'], 'first', order);
    await first.held;
    const second = change(holds, ['2', '3'], 'second', order);
    const third = change(holds, ['3'], 'third', order);
    const other = change(holds, ['4'], 'other', order);
    await other.held;
    expect(order).toEqual(['first', 'other']);
    await first.over();
    await second.held;
    await second.over();
    await third.held;
    expect(order).toEqual(['first', 'other', 'second', 'third']);
    const waits = [first, second, third, other].map(({ onWait }) => onWait.mock.calls.length);
    expect(waits).toEqual([0, 1, 1, 0]);
  });

  it('who gives up waiting takes nothing from who has it', async () => {
    const [holds, otherWindow] = [await openWindow('a'), await openWindow('b', process.pid)];
    const order: string[] = [];
    const first = change(holds, ['1'], 'first', order);
    await first.held;
    const stop = new AbortController();
    const second = change(holds, ['1'], 'second', order, stop.signal);
    stop.abort();
    await second.held;
    expect(await readdir(folder)).toHaveLength(1);
    const third = change(otherWindow, ['1'], 'third', order);
    await vi.waitFor(() => expect(third.onWait).toHaveBeenCalledOnce());
    expect(order).toEqual(['first', 'second cancelled']);
    await first.over();
    await third.held;
    await third.over();
  });

  it('an interface that is let go early is free, the others are not', async () => {
    const holds = await openWindow('a');
    const order: string[] = [];
    const first = change(holds, ['1', '2'], 'first', order);
    await first.held;
    const one = change(holds, ['1'], 'one', order);
    const two = change(holds, ['2'], 'two', order);
    await first.over(['1']);
    await one.held;
    expect(order).toEqual(['first', 'one']);
    await first.over();
    await first.over();
    await two.held;
    expect(order).toEqual(['first', 'one', 'two']);
  });

  it('who stops waiting holds nothing and is in nobody’s way', async () => {
    const holds = await openWindow('a');
    const order: string[] = [];
    const cancel = new AbortController();
    const first = change(holds, ['1'], 'first', order);
    await first.held;
    const second = change(holds, ['1', '2'], 'second', order, cancel.signal);
    const third = change(holds, ['2'], 'third', order);
    cancel.abort();
    await Promise.all([second.held, third.held]);
    expect(order).toEqual(['first', 'second cancelled', 'third']);
    await Promise.all([first.over(), third.over()]);
    expect(await readdir(folder)).toEqual([]);
    expect(await holds.hold(['1'], vi.fn(), AbortSignal.abort())).toBeUndefined();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('holds of several windows', () => {
  it('one of them has an interface, the other waits, says so once, and has it next', async () => {
    const [a, b] = [await openWindow('a'), await openWindow('b', process.pid)];
    const order: string[] = [];
    const first = change(a, ['1'], 'a', order);
    await first.held;
    const second = change(b, ['1', '2'], 'b', order);
    await vi.waitFor(() => expect(second.onWait).toHaveBeenCalled());
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(order).toEqual(['a']);
    await first.over();
    await second.held;
    expect(order).toEqual(['a', 'b']);
    expect(second.onWait).toHaveBeenCalledTimes(1);
  });

  it('who waits for another window can stop', async () => {
    const [a, b] = [await openWindow('a'), await openWindow('b', process.pid)];
    const order: string[] = [];
    const cancel = new AbortController();
    await change(a, ['2'], 'a', order).held;
    const second = change(b, ['1', '2'], 'b', order, cancel.signal);
    await vi.waitFor(() => expect(second.onWait).toHaveBeenCalled());
    cancel.abort();
    await second.held;
    expect(order).toEqual(['a', 'b cancelled']);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('changes over the same interfaces in any order all end', async () => {
    const windows = [await openWindow('a'), await openWindow('b', process.pid)];
    let inside = 0;
    let most = 0;
    const run = async (holds: InterfaceHolds, keys: readonly string[]): Promise<void> => {
      const hold = await holds.hold(keys, () => undefined);
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 1));
      inside--;
      await hold?.release();
    };
    const keys = [
      ['1', '2'],
      ['2', '1'],
      ['2', '1'],
      ['1', '2'],
    ];
    await Promise.all(windows.flatMap((holds) => keys.map((some) => run(holds, some))));
    expect(most).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  it('the hold of a window that was killed is taken over', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const killed = await openWindow('killed', child.pid);
    await killed.hold(['1'], vi.fn());
    const order: string[] = [];
    const next = change(await openWindow('b', process.pid), ['1'], 'b', order);
    await vi.waitFor(() => expect(next.onWait).toHaveBeenCalled());
    expect(order).toEqual([]);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await next.held;
    expect(order).toEqual(['b']);
  });

  it('is refused with its reason where nothing can be written', async () => {
    const holds = createFileHolds({ folder: path.join(import.meta.filename, 'holds') });
    await expect(holds.hold(['1'], vi.fn())).rejects.toMatchObject({ name: 'JournalError', trouble: 'failed' });
  });
});
