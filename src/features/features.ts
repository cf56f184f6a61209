import type { Uri } from 'vscode';
import type { JournalEntry } from '../change/journalEntry';
import type { CommandId } from '../contributions';

/** What people can do, what they read, and what is done about an interrupted change: all that waits for a click. */
export interface Features {
  /** Runs a command with what VS Code handed over. */
  run(id: CommandId, given: readonly unknown[]): Promise<unknown>;
  /** Writes one of our documents by its path (details/writeDocument.ts). */
  write(path: string): Promise<string>;
  openLink(uri: Pick<Uri, 'path' | 'query'>): Promise<void>;
  /** Finds out what became of interrupted changes (change/recoverOpenEntries.ts). */
  recover(claimed: readonly JournalEntry[], restUntil: Map<string, number>): Promise<void>;
}
