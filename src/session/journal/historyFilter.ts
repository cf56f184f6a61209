import type { Event } from 'vscode';
import type { EntryOutcome } from '../../change/entryOutcome';
import type { JournalEntry } from '../../change/journalEntry';
import { createEmitter, type Emitter } from '../emitter';

/** Something of an account that changes were made to. A server is known by its interfaces too: older entries name only these. */
export type Thing = (
  | { readonly kind: 'interface'; readonly networkInterfaceNo: string }
  | { readonly kind: 'server'; readonly serverInstanceNo: string; readonly networkInterfaceNos: readonly string[] }
  | { readonly kind: 'address'; readonly subnetNo: string; readonly address: string }
) & {
  /** As the tree names it. */
  readonly name: string;
  readonly regionCode: string;
  /** Profiles (by id) of other clouds, where the same number is another thing. */
  readonly elsewhere: readonly string[];
};

/** What changes must have to be shown: all of these. Nothing listed lets everything through. */
export interface HistoryFilter {
  readonly thing?: Thing;
  /** Words, all of which an entry contains. */
  readonly text?: string;
  /** Any of these; a name may have been of several profiles, one after the other. */
  readonly profiles: readonly { readonly name: string; readonly ids: readonly string[] }[];
  /** Any of these. */
  readonly outcomes: readonly EntryOutcome[];
  /** Only what an assistant asked for. */
  readonly isByAssistant?: true;
}

/** A filter at work. */
export interface ActiveFilter {
  readonly filter: HistoryFilter;
  /** The filter in words. */
  readonly words: string;
  readonly matches: (entry: JournalEntry) => boolean;
}

/** What the History view shows, until the window closes. The journal itself, and so recovery and undo, know nothing of it. */
export interface HistoryFilters {
  readonly onDidChange: Event<void>;
  /** Undefined while everything is shown. */
  get(): ActiveFilter | undefined;
  set(active: ActiveFilter | undefined): void;
  /** Those of the entries that are shown; the same list as long as nothing changes. */
  shown(entries: readonly JournalEntry[]): readonly JournalEntry[];
  dispose(): void;
}

/** Shows everything at first. */
export function createHistoryFilters(): HistoryFilters {
  const changed: Emitter<void> = createEmitter();
  let active: ActiveFilter | undefined;
  let last: { readonly of: readonly JournalEntry[]; readonly shown: readonly JournalEntry[] } | undefined;
  return {
    onDidChange: changed.event,
    get: () => active,
    set(next) {
      active = next;
      last = undefined;
      changed.fire();
    },
    shown(entries) {
      if (!active) return entries;
      // The view and its title ask one after the other for the same.
      if (last?.of !== entries) last = { of: entries, shown: entries.filter(active.matches) };
      return last.shown;
    },
    dispose: () => changed.dispose(),
  };
}
