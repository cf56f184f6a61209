/** Why the journal could not be written, or read, as far as a person can do something about it. */
export type JournalTrouble = 'diskFull' | 'readOnly' | 'noAccess' | 'otherWindow' | 'failed' | 'unreadable';

const codes: ReadonlyMap<unknown, JournalTrouble> = new Map([
  ['ENOSPC', 'diskFull'],
  ['EDQUOT', 'diskFull'],
  ['EROFS', 'readOnly'],
  ['EACCES', 'noAccess'],
  ['EPERM', 'noAccess'],
]);

/**
 * Thrown when an entry is not written, and then nothing is sent, or when the folder cannot be read. `trouble` tells
 * why; the cause has the system's own words.
 */
export class JournalError extends Error {
  readonly trouble: JournalTrouble;

  constructor(cause: unknown, trouble = codes.get((cause as NodeJS.ErrnoException | undefined)?.code) ?? 'failed') {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'JournalError';
    this.trouble = trouble;
  }
}

/** The trouble an error tells of. By mark: an error of another bundle has another class. */
export function troubleOf(error: unknown): JournalTrouble | undefined {
  if (!(error instanceof Error) || error.name !== 'JournalError') return undefined;
  return (error as JournalError).trouble;
}

/** A failure of the disk with the name that a person can be told. */
export function asJournalError(error: unknown): unknown {
  return troubleOf(error) ? error : new JournalError(error);
}
