import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Uri, workspace, type FileSystemWatcher, type RelativePattern } from 'vscode';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openHistory } from '../../../../src/features/history/openHistory';
import { createEmitter } from '../../../../src/session/emitter';
import { DisposableStore } from '../../../../src/session/disposableStore';
import { buildEntry } from '../../../support/buildEntry';
import { recordLog } from '../../../support/recordLog';

afterEach(() => void vi.restoreAllMocks());

/** A new window on a storage; the watcher does what the test says, and notes whether its folder was there. */
function open(storage: string) {
  const [created, changed, deleted] = [createEmitter<Uri>(), createEmitter<Uri>(), createEmitter<Uri>()];
  const watched: boolean[] = [];
  vi.spyOn(workspace, 'createFileSystemWatcher').mockImplementation((pattern) => {
    watched.push(existsSync((pattern as RelativePattern).baseUri.fsPath));
    const events = { onDidCreate: created.event, onDidChange: changed.event, onDidDelete: deleted.event };
    return { ...events, dispose: () => undefined } as unknown as FileSystemWatcher;
  });
  const store = new DisposableStore();
  onTestFinished(() => store.dispose());
  const log = recordLog();
  const opened = openHistory(Uri.file(storage), store, log);
  return { ...opened, created, changed, deleted, watched, log };
}
async function emptyStorage(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ncloud-ip-storage-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

describe('the history of all windows', () => {
  it('is in a folder that exists before it is watched', async () => {
    const { watched } = open(await emptyStorage());
    await vi.waitFor(() => expect(watched).toEqual([true]));
  });

  it('shows what another window wrote, changed and removed', async () => {
    const { history, journalFolder, watched, created, changed, deleted } = open(await emptyStorage());
    await vi.waitFor(() => expect(watched).toHaveLength(1));
    expect(await history.list()).toEqual([]);
    let told = 0;
    history.onDidChange(() => told++);
    const file = path.join(journalFolder, 'entry-1.json');
    await writeFile(file, JSON.stringify(buildEntry({ state: 'open' })));
    created.fire(Uri.file(file));
    await vi.waitFor(() => expect(told).toBe(1));
    await writeFile(file, JSON.stringify(buildEntry()));
    changed.fire(Uri.file(file));
    await vi.waitFor(() => expect(told).toBe(2));
    expect(await history.list()).toEqual([buildEntry()]);
    await rm(file);
    deleted.fire(Uri.file(file));
    await vi.waitFor(async () => expect(await history.list()).toEqual([]));
  });

  it('says in the log that its folder cannot be made, and nothing else breaks', async () => {
    const storage = path.join(await emptyStorage(), 'file');
    await writeFile(storage, 'a file where the storage should be');
    const { history, log, watched } = open(storage);
    await vi.waitFor(() => expect(log.lines.join()).toContain('its folder cannot be made'));
    await expect(history.list()).rejects.toThrow('ENOTDIR');
    expect(watched).toEqual([]);
  });
});
