import type { ApiErrorDetails } from '../api/apiError';
import type { Intent } from '../plan/intent';
import type { Plan } from '../plan/plan';
import type { InterfaceAddresses } from '../plan/verifyStep';
import type { Outcome, StepOutcome } from './outcome';

/**
 * How far a step got. It is `sent` from just before the call until its result is known, so a step found like that at
 * the next start may or may not have reached the service.
 */
export interface StepRecord extends Partial<Omit<StepOutcome, 'step' | 'error' | 'addresses' | 'chosen'>> {
  readonly step: StepOutcome['step'];
  readonly state: 'waiting' | 'sent' | 'done';
  readonly addresses: StepOutcome['addresses'];
  readonly chosen: StepOutcome['chosen'];
  /** Epoch ms. */
  readonly sentAt?: number;
  /** The touched interfaces as read right before the call. */
  readonly before?: readonly InterfaceAddresses[];
  /** The touched interfaces as last read after it. */
  readonly after?: readonly InterfaceAddresses[];
  readonly error?: ApiErrorDetails;
}

/** Who asked for a change, where it was not a person at the window. Kept with its entry, shown in the history. */
export type Origin =
  | {
      readonly kind: 'file';
      /** As the user knows it: relative to the workspace folder, or as given on the command line. */
      readonly file: string;
      /** What was asked for stood in the editor alone: on the disk was something else, or nothing. */
      readonly isUnsaved?: true;
      /** SHA-256 of the file's bytes, in hex; of what stood in the editor where that was not saved. */
      readonly fileDigest: string;
      /** The git commit that holds just this text, in hex. */
      readonly commit?: string;
      /** See src/plan/planDigest.ts. */
      readonly planDigest: string;
    }
  | {
      readonly kind: 'assistant';
      /** The tool host, as far as it says its name. */
      readonly host?: string;
      /** See src/plan/planDigest.ts. */
      readonly planDigest: string;
    };

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

/** Who asks for a change that is not planned yet. The digest is that of the plan that is said yes to (runChange). */
export type Asker = Without<Origin, 'planDigest'>;

/** One change as it is kept: plain data, written before the first call and completed after the last. */
export interface JournalEntry {
  readonly version: 1;
  readonly id: string;
  readonly profile: { readonly id: string; readonly name: string };
  readonly regionCode: string;
  readonly intent: Intent;
  /** Absent when a person asked at the window. */
  readonly origin?: Origin;
  readonly plan: Plan;
  /** Epoch ms. */
  readonly startedAt: number;
  readonly finishedAt?: number;
  /** `open` while somebody works on it, and after a killed extension host. */
  readonly state: 'open' | 'done';
  readonly result?: Outcome['result'];
  readonly cancelled?: boolean;
  /** Completed by reading at a later start. */
  readonly recovered?: boolean;
  readonly steps: readonly StepRecord[];
  /** The entry this one takes back. */
  readonly undoes?: string;
  /** The entry that took this one back, all of it. */
  readonly undoneBy?: string;
  /** The entry that asked again for what this one did not achieve. */
  readonly retriedBy?: string;
  /** `subnetNo address` of what later entries took back while the rest of it stands. */
  readonly takenBack?: readonly string[];
}

/** What a later change did about an entry; `takenBack` joins what is noted already. */
export type EntryNote = Pick<JournalEntry, 'undoneBy' | 'retriedBy' | 'takenBack'>;

/** Where entries are kept. A rejected promise means "not written", and then nothing is sent. */
export interface ChangeJournal {
  open(entry: JournalEntry): Promise<void>;
  update(entry: JournalEntry): Promise<void>;
  /** Notes on an older entry what a later one did about it; nothing when there is no such entry. */
  annotate(id: string, note: EntryNote): Promise<void>;
  /** Leaves an open entry to whoever looks after it next, in this window or another. */
  release?(id: string): Promise<void>;
}

/** The entry with a note on it: addresses taken back add up. */
export function withNote(entry: JournalEntry, { takenBack, ...note }: EntryNote): JournalEntry {
  const all = [...new Set([...(entry.takenBack ?? []), ...(takenBack ?? [])])];
  return { ...entry, ...note, ...(all.length > 0 && { takenBack: all }) };
}
