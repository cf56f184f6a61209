import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileJournal } from '../../../src/session/journal/fileJournal';
import { buildEntry, buildPlan, buildRecord } from '../../support/buildEntry';
import { recordLog, type RecordedLog } from '../../support/recordLog';

let folder: string;
let log: RecordedLog;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'journal-'));
  log = recordLog();
});
afterEach(() => rm(folder, { recursive: true }));

const damaged = buildEntry({ id: 'damaged' });
const json = (changes: object): string => JSON.stringify({ ...damaged, ...changes });
const put = (text: string | Uint8Array) => (file: string) => writeFile(file, text);
const [record] = damaged.steps;
const [change] = damaged.plan.changes;

/** Whatever stands where an entry should, by what makes it. */
const kinds: Readonly<Record<string, (file: string) => Promise<unknown> | undefined>> = {
  'a folder': (file) => mkdir(file),
  'a folder with something in it': (file) => mkdir(path.join(file, 'more'), { recursive: true }),
  'a link to nothing': (file) => symlink(path.join(file, 'nothing'), file),
  'a link to itself': (file) => symlink(file, file),
  'a link to a folder': (file) => symlink(tmpdir(), file),
  'a link to a device that never ends': (file) => symlink('/dev/zero', file),
  'a pipe that nobody writes to': (file) => void execFileSync('mkfifo', [file]),
  'a socket': (file) => once(createServer().listen(file).unref(), 'listening'),
  'a file of a gigabyte': (file) => writeFile(file, '').then(() => truncate(file, 2 ** 30)),
  'an empty file': put(''),
  'half a file': put('{"version": 1, "id": "dam'),
  'binary bytes': put(Uint8Array.from({ length: 4096 }, (_, at) => (at * 7) % 256)),
  'zeros, as after a power cut': put(new Uint8Array(600)),
  'text that is nested without end': put('['.repeat(200_000)),
  'a number': put('42'),
  null: put('null'),
  'a list': put('[]'),
  'an entry of another name': put(json({ id: 'other' })),
  'a newer version': put(json({ version: 2 })),
  'steps that are none': put(json({ steps: [null] })),
  'a step whose call is none': put(json({ steps: [{ ...record, step: {} }] })),
  'an outcome nobody knows': put(json({ steps: [{ ...record, result: 'perhaps' }] })),
  'addresses that are none': put(json({ steps: [{ ...record, addresses: [null] }] })),
  'a moment outside of time': put(json({ startedAt: 1e300 })),
  'a moment that is a text': put(json({ startedAt: 'yesterday' })),
  'a plan without its sides': put(json({ plan: { ...damaged.plan, changes: [{ ...change, gains: undefined }] } })),
  'an intent of something else': put(json({ intent: { items: [{ kind: 'format', networkInterfaceNo: '1' }] } })),
  'a profile without a name': put(json({ profile: { id: 'p1' } })),
};

describe('fileJournal: one file that cannot be read', () => {
  it.each(Object.entries(kinds))(
    '%s hides nothing else, and is named in the view and once in the log',
    async (_, make) => {
      const healthy = buildEntry({ id: 'healthy' });
      const abandoned = buildEntry({ id: 'abandoned', state: 'open' });
      for (const entry of [healthy, abandoned])
        await writeFile(path.join(folder, `${entry.id}.json`), JSON.stringify(entry));
      await make(path.join(folder, 'damaged.json'));
      const journal = createFileJournal({ folder, log });

      expect(await journal.list()).toEqual([healthy, abandoned]);
      expect((await journal.unreadable()).map(({ name }) => name)).toEqual(['damaged.json']);
      expect((await journal.claimAbandoned()).map(({ id }) => id)).toEqual(['abandoned']);
      await journal.refresh();
      expect(await journal.get('damaged')).toBeUndefined();
      expect(log.lines.filter((line) => line.includes('damaged.json'))).toHaveLength(1);
      expect(await readdir(folder)).toContain('damaged.json');
    },
  );

  it('a name that no entry has is named too', async () => {
    await writeFile(path.join(folder, 'copy of an entry.json'), json({}));
    const journal = createFileJournal({ folder, log });
    expect(await journal.list()).toEqual([]);
    expect(await journal.unreadable()).toEqual([{ name: 'copy of an entry.json', flaw: 'oddName' }]);
  });

  it('set aside, it is kept beside the entries and named no more', async () => {
    await mkdir(path.join(folder, 'damaged.json'));
    const journal = createFileJournal({ folder, log, now: () => 7 });
    await journal.unreadable();
    await journal.setAside(['damaged.json']);
    expect(await journal.unreadable()).toEqual([]);
    expect(await readdir(path.join(folder, 'set-aside'))).toEqual(['7-damaged.json']);
  });

  it('mended, it is an entry again', async () => {
    await writeFile(path.join(folder, 'damaged.json'), '{');
    const journal = createFileJournal({ folder, log });
    expect(await journal.list()).toEqual([]);
    await writeFile(path.join(folder, 'damaged.json'), json({}));
    expect(await journal.reread(['damaged.json'])).toBe(true);
    expect([await journal.list(), await journal.unreadable()]).toEqual([[damaged], []]);
  });

  it('half a file beside an entry is not the entry', async () => {
    const journal = createFileJournal({ folder, log });
    await journal.open(buildEntry({ id: 'entry-1', state: 'open' }));
    await writeFile(path.join(folder, 'entry-1.json.5f3a9c1d.tmp'), '{"half');
    expect((await createFileJournal({ folder, log }).list()).map(({ id }) => id)).toEqual(['entry-1']);
  });
});

describe('fileJournal: what a newer version writes besides', () => {
  it('fields that nobody knows are read, and kept when the entry is written again', async () => {
    const step = { ...buildRecord(), look: { until: 5 } };
    const entry = { ...damaged, plan: { ...buildPlan(), origin: 'paste' }, steps: [step], followUp: ['later'] };
    await writeFile(path.join(folder, 'damaged.json'), JSON.stringify(entry));
    const journal = createFileJournal({ folder, log });
    expect(await journal.list()).toEqual([entry]);
    await journal.annotate('damaged', { undoneBy: 'entry-2' });
    expect(await createFileJournal({ folder, log }).get('damaged')).toEqual({ ...entry, undoneBy: 'entry-2' });
  });
});

describe('fileJournal: a folder that cannot be read', () => {
  it('is an error for who lists and who recovers, and is tried anew', async () => {
    const file = path.join(folder, 'journal');
    await writeFile(file, 'a file where the folder should be');
    const journal = createFileJournal({ folder: file, log });
    await expect(journal.list()).rejects.toMatchObject({ name: 'JournalError', trouble: 'unreadable' });
    await expect(journal.claimAbandoned()).rejects.toThrow('ENOTDIR');
    await rm(file);
    expect(await journal.list()).toEqual([]);
  });
});
