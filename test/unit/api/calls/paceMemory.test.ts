import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPaceMemory, type PaceMemory } from '../../../../src/api/calls/paceMemory';
import { replaceInDisk } from '../../../support/replaceInDisk';

const day = 24 * 3_600_000;
const start = Date.now();
const accessKey = 'ncpTestAccessKey0001';

/** What happens between a file is read and who reads it gets it; once. */
let afterRead: (() => Promise<void>) | undefined;
replaceInDisk((real) => {
  const readFile = async (...args: Parameters<typeof real.readFile>) => {
    const text = await real.readFile(...args);
    const meanwhile = afterRead;
    afterRead = undefined;
    await meanwhile?.();
    return text;
  };
  return { readFile: readFile as typeof real.readFile };
});

describe('paceMemory', () => {
  let folder: string;
  let now = start;
  const open = (host = 'a.example', key = accessKey): PaceMemory => createPaceMemory(folder, host, key, () => now);
  const files = (): Promise<string[]> => readdir(folder).catch(() => []);
  const written = (count = 1): Promise<void> =>
    vi.waitFor(async () => {
      const names = await files();
      expect([names.length, names.some((name) => name.endsWith('.tmp'))]).toEqual([count, false]);
    });

  beforeEach(async () => {
    now = start;
    folder = path.join(await mkdtemp(path.join(tmpdir(), 'ncloud-ip-pace-')), 'pace');
  });
  // What the last test noted may be written down meanwhile.
  afterEach(() => rm(path.dirname(folder), { recursive: true, force: true, maxRetries: 5 }));

  it('knows nothing at first, and later what another window has learned, once', async () => {
    const [one, other] = [open(), open()];
    expect(await other.recall()).toBeUndefined();
    one.note(5, true);
    await written();
    now += 60_000;
    expect(await other.recall()).toEqual({ rate: 5, ageMs: 60_000 });
    expect(await other.recall()).toBeUndefined();
    expect(await one.recall()).toBeUndefined();
  });

  it('keeps hosts and accounts apart', async () => {
    open().note(5, true);
    await written();
    expect(await open('b.example').recall()).toBeUndefined();
    expect(await open('a.example', 'ncpTestAccessKey0002').recall()).toBeUndefined();
  });

  it('keeps the host, a hash of the access key, the rate and the time, and nothing else', async () => {
    open().note(5.129, true);
    await written();
    const [name = ''] = await files();
    const text = await readFile(path.join(folder, name), 'utf8');
    expect(JSON.parse(text)).toEqual({
      host: 'a.example',
      account: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      rate: 5.13,
      at: start,
    });
    expect(name + text).not.toContain(accessKey);
  });

  it.each([
    ['a day', day + 1],
    ['a clock that was set back by more than that', -day - 1],
  ])('forgets after %s', async (_, passed) => {
    open().note(5, true);
    await written();
    now += passed;
    expect(await open().recall()).toBeUndefined();
  });

  it('takes what was learned in the future, before a clock was set back, as just learned', async () => {
    open().note(5, true);
    await written();
    now -= 3_600_000;
    expect(await open().recall()).toEqual({ rate: 5, ageMs: 0 });
  });

  it.each(['', '{', 'null', '[]', '{"host":"a.example","account":"x","rate":5,"at":1}', '{"rate":"5"}', '5'])(
    'learns anew where the file holds %s',
    async (text) => {
      open().note(5, true);
      await written();
      const [name = ''] = await files();
      await writeFile(path.join(folder, name), text);
      expect(await open().recall()).toBeUndefined();
    },
  );

  it.each([Number.NaN, 0, -5, 1e-9])('does not take %d for a rate', async (rate) => {
    open().note(5, true);
    await written();
    const [name = ''] = await files();
    const file = path.join(folder, name);
    await writeFile(file, JSON.stringify({ ...(JSON.parse(await readFile(file, 'utf8')) as object), rate }));
    expect(await open().recall()).toBeUndefined();
  });

  it('writes nothing as long as nothing was learned, and later only what differs by a fifth', async () => {
    const memory = open();
    memory.note(50, false);
    memory.note(20, false);
    memory.note(5, true);
    await written();
    memory.note(5.5, false);
    memory.note(6.2, false);
    await vi.waitFor(async () => expect(await open().recall()).toMatchObject({ rate: 6.2 }));
    memory.note(6.1, false);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await open().recall()).toMatchObject({ rate: 6.2 });
  });

  it('is whole whenever it is read while two windows write', async () => {
    const [one, other, reader] = [open(), open(), open()];
    one.note(1, true);
    await written();
    const seen: number[] = [];
    for (let turn = 0; turn < 50; turn++) {
      one.note(5 + turn, true);
      other.note(5 + turn, true);
      await new Promise((resolve) => setImmediate(resolve));
      now += 1;
      const found = await reader.recall();
      if (found) seen.push(found.rate);
      expect(await open().recall()).toBeDefined();
    }
    expect(seen.length).toBeGreaterThan(0);
    await written();
  });

  it('does not fall back on what the file holds while it writes', async () => {
    open().note(20, true);
    await written();
    const memory = open();
    memory.note(5, true);
    expect(await memory.recall()).toBeUndefined();
    memory.note(4, true);
    await vi.waitFor(async () => expect(await open().recall()).toMatchObject({ rate: 4 }));
  });

  it('does not fall back on what it began to read before it wrote', async () => {
    open().note(20, true);
    await written();
    const memory = open();
    afterRead = async () => {
      memory.note(5, true);
      await vi.waitFor(async () => expect(await open().recall()).toMatchObject({ rate: 5 }));
      await written();
    };
    expect(await memory.recall()).toBeUndefined();
  });

  it('takes away what others learned more than a day ago', async () => {
    await mkdir(folder, { recursive: true });
    const old = path.join(folder, 'old.json');
    await writeFile(old, '{}');
    await utimes(old, new Date(start - 2 * day), new Date(start - 2 * day));
    open().note(5, true);
    await vi.waitFor(async () => expect(await files()).not.toContain('old.json'));
  });

  it('does without where nothing can be written or read', async () => {
    await writeFile(folder, 'a file in the place of the folder');
    const memory = open();
    memory.note(5, true);
    expect(await memory.recall()).toBeUndefined();
  });

  it('is asked again after a second, and not while it looks', async () => {
    const memory = open();
    expect(memory.isDue()).toBe(true);
    const looking = memory.recall();
    expect(memory.isDue()).toBe(false);
    await looking;
    expect(memory.isDue()).toBe(false);
  });
});
