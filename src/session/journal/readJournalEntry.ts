import { lstat, stat } from 'node:fs/promises';
import * as v from 'valibot';
import type { JournalEntry } from '../../change/journalEntry';
import { journalEntrySchema } from './journalEntrySchema';
import { NoTextError, readWhole } from './readWhole';

/** Why a file is no entry, by what somebody can do about it. */
export type EntryFlaw = 'notAFile' | 'tooLarge' | 'noAccess' | 'oddName' | 'newer' | 'damaged';

/** What a file turned out to be; `detail` is for the log. */
export type EntryRead =
  | { readonly kind: 'entry'; readonly entry: JournalEntry }
  | { readonly kind: 'flawed'; readonly flaw: EntryFlaw; readonly detail: string }
  | { readonly kind: 'gone' };

/** A change of thousands of calls takes about ten million bytes. */
const mostBytes = 32 * 1024 * 1024;

/** Reads the file of an entry. Whatever stands in its place, this ends, and never rejects. */
export async function readEntryFile(file: string, id: string, readText = readWhole): Promise<EntryRead> {
  try {
    return readJournalEntry(id, await readText(file, mostBytes));
  } catch (error) {
    if (error instanceof NoTextError) return flawed(error.flaw, error.message);
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return (await isLink(file)) ? flawed('notAFile', 'it leads to nothing') : { kind: 'gone' };
    return code === 'ELOOP' || (await isNoFile(file)) ? flawed('notAFile', message) : flawed('noAccess', message);
  }
}

/** A socket cannot be opened, nor can a folder on Windows. */
async function isNoFile(file: string): Promise<boolean> {
  return stat(file).then(
    (stats) => !stats.isFile(),
    () => false,
  );
}

async function isLink(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

/** Reads an entry's text, or says what is wrong with it. With an id it must be that one's. */
export function readJournalEntry(id: string | undefined, text: string): Exclude<EntryRead, { kind: 'gone' }> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return flawed('damaged', 'it is not JSON');
  }
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  if (typeof version === 'number' && version > 1) return flawed('newer', `its version is ${version}`);
  const result = v.safeParse(journalEntrySchema, value, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    return flawed('damaged', `${v.getDotPath(issue) ?? 'it'} is not as expected`);
  }
  if (id !== undefined && result.output.id !== id) return flawed('damaged', 'it is the entry of another name');
  // What was read rather than what the schema copied: fields it does not know stay.
  return { kind: 'entry', entry: value as JournalEntry };
}

function flawed(flaw: EntryFlaw, detail: string): Extract<EntryRead, { kind: 'flawed' }> {
  return { kind: 'flawed', flaw, detail };
}
