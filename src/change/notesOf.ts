import { addressKey } from '../plan/planning';
import { transfersOf } from '../plan/transfersOf';
import type { EntryNote, JournalEntry } from './journalEntry';

/** A note for an older entry. */
export interface NoteFor {
  readonly id: string;
  readonly note: EntryNote;
}

/**
 * What an entry notes on older ones. From its start: that it asks for their rest again, so nobody asks a third time.
 * Once it is done: which addresses it took back, or that it took back all there was to take. The same entry gives the
 * same notes, so they may be left again whenever it is written anew.
 */
export function notesOf(entry: JournalEntry): readonly NoteFor[] {
  const { id, intent } = entry;
  return [
    ...(intent.retries === undefined ? [] : [{ id: intent.retries, note: { retriedBy: id } }]),
    ...takingBack(entry),
  ];
}

function takingBack(entry: JournalEntry): readonly NoteFor[] {
  const { id, state, result, undoes, intent } = entry;
  if (undoes === undefined || state !== 'done') return [];
  if (result === 'applied' && !intent.undoesPart) return [{ id: undoes, note: { undoneBy: id } }];
  const takenBack = addressesBack(entry);
  return takenBack.length === 0 ? [] : [{ id: undoes, note: { takenBack } }];
}

/** Addresses that came to where they were to be taken back to, as `subnetNo address`. */
function addressesBack({ intent, plan, steps }: JournalEntry): string[] {
  const subnets = new Map(plan.changes.map((change) => [change.networkInterfaceNo, change.subnetNo]));
  const homes = new Map<string, string | undefined>();
  for (const { kind, networkInterfaceNo, secondaryIps } of intent.items) {
    for (const address of secondaryIps) {
      const key = addressKey(subnets.get(networkInterfaceNo) ?? '', address);
      if (kind !== 'unassign') homes.set(key, networkInterfaceNo);
      else if (!homes.has(key)) homes.set(key, undefined);
    }
  }
  return transfersOf({ plan, steps }).flatMap(({ subnetNo, address, to }) => {
    const key = addressKey(subnetNo, address);
    return homes.has(key) && homes.get(key) === to ? [key] : [];
  });
}
