import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { RelativePattern, Uri, workspace } from 'vscode';
import { systemClock } from '../../change/systemClock';
import type { Logger } from '../../api/logger';
import type { JournalAccess } from '../../session/createSession';
import { createHistory } from '../../session/journal/history';
import { keepUnwritten } from '../../session/journal/keepUnwritten';
import { lazyJournal } from '../../session/journal/lazyJournal';
import type { DisposableStore } from '../../session/disposableStore';

/** One folder for all windows: what another window writes shows here too. */
export function openHistory(storage: Uri, store: DisposableStore, log: Logger): JournalAccess {
  const folder = Uri.joinPath(storage, 'journal');
  const journal = lazyJournal(folder.fsPath, async () =>
    (await import('../../session/journal/openJournal')).openJournal(folder.fsPath, log),
  );
  const now = (): number => systemClock.now();
  const history = store.add(createHistory(keepUnwritten(journal.store, now), now, randomUUID));
  const watch = (): void => {
    const watcher = store.add(workspace.createFileSystemWatcher(new RelativePattern(folder, '*.json')));
    const touch = ({ path: file }: Uri): void => history.touch(path.posix.basename(file));
    for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete]) store.add(event(touch));
  };
  // A watcher of a folder that is not there yet sees nothing of it later.
  void mkdir(folder.fsPath, { recursive: true }).then(watch, (error: unknown) => {
    log.warn(`journal: its folder cannot be made: ${String(error)}`);
  });
  return { history, archive: journal.archive, holds: journal.holds, journalFolder: folder.fsPath };
}
