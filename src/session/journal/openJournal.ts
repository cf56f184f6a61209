import path from 'node:path';
import type { Logger } from '../../api/logger';
import type { InterfaceHolds } from '../../change/interfaceHolds';
import { createFileJournal } from './fileJournal';
import type { JournalStore } from './history';
import { createFileHolds } from './interfaceHolds';
import { createJournalArchive, type JournalArchive } from './journalArchive';
import { lockDepsOf } from './lockDepsOf';

/** What this machine's windows share: the journal, its archives, and who changes which interface. */
export interface SharedJournal {
  readonly store: JournalStore;
  readonly archive: JournalArchive;
  readonly holds: InterfaceHolds;
}

/** Opens the folder of all windows. `folder` has the entries; the holds are beside it. */
export async function openJournal(folder: string, log: Pick<Logger, 'warn'>): Promise<SharedJournal> {
  const deps = await lockDepsOf({});
  const store = createFileJournal({ folder, log, ...deps });
  return {
    store,
    archive: createJournalArchive(path.join(folder, 'archive'), store, deps.now),
    holds: createFileHolds({ folder: path.join(path.dirname(folder), 'holds'), ...deps }),
  };
}
