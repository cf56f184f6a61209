import type { Uri } from 'vscode';
import type { JournalEntry } from '../change/journalEntry';
import type { CommandId } from '../contributions';
import { quickPrompter } from '../ui/quickPrompter';
import type { CommandContext, Services } from './commandContext';
import { openLink } from './links/openLink';
import { recoverOpenEntries } from './change/recoverOpenEntries';
import { runCommand } from './runCommand';
import { writeDocument } from './details/writeDocument';

/** What people can do, what they read, and what is done about an interrupted change. */
export interface Features {
  run(id: CommandId, given: readonly unknown[]): Promise<unknown>;
  /** {@link writeDocument} */
  write(path: string): Promise<string>;
  openLink(uri: Pick<Uri, 'path' | 'query'>): Promise<void>;
  /** {@link recoverOpenEntries} */
  recover(claimed: readonly JournalEntry[], restUntil: Map<string, number>): Promise<void>;
}

/** The door to everything that runs only after a click, a link or an interrupted change: a bundle of its own. */
export function openFeatures(services: Services): Features {
  const context: CommandContext = { ...services, prompter: quickPrompter };
  return {
    write: (path) => writeDocument(context, path),
    run: (id, given) => runCommand(context, id, given),
    openLink: (uri) => openLink(context, uri),
    recover: (claimed, restUntil) => recoverOpenEntries(context, claimed, restUntil),
  };
}
