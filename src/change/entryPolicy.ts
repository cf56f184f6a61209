import { failedItems } from '../plan/failedItems';
import { isUndo, leftToUndo } from '../plan/undoIntent';
import type { JournalEntry } from './journalEntry';

/** True when something of the change is applied, or may be, and nobody took it back: Undo has something to do. */
export function canUndo(entry: JournalEntry): boolean {
  return !isUndo(entry.plan) && canTakeBack(entry);
}

/** True when the change took another one back and that can be taken back in turn. */
export function canRedo(entry: JournalEntry): boolean {
  return isUndo(entry.plan) && canTakeBack(entry);
}

function canTakeBack(entry: JournalEntry): boolean {
  if (entry.state !== 'done' || entry.undoneBy !== undefined) return false;
  const { transfers, unknown } = leftToUndo(entry);
  return transfers.length + unknown.length > 0;
}

/** True when something of the change was not achieved, and nobody took the rest back or asked for it again. */
export function canRetry(entry: JournalEntry): boolean {
  const { state, undoneBy, retriedBy } = entry;
  return state === 'done' && undoneBy === undefined && retriedBy === undefined && failedItems(entry).length > 0;
}
