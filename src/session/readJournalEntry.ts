import type { JournalEntry } from '../change/journalEntry';

/** Reads an entry's file, or says in a few words what is wrong with it. Only what everything else relies on is looked at. */
export function readJournalEntry(id: string, text: string): JournalEntry | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'it is not JSON';
  }
  if (!isRecord(value)) return 'it is no entry';
  if (value.version !== 1) return `its version is ${String(value.version)}`;
  const { profile, plan, intent, steps } = value;
  const isEntry =
    value.id === id &&
    (value.state === 'open' || value.state === 'done') &&
    typeof value.startedAt === 'number' &&
    typeof value.regionCode === 'string' &&
    isRecord(profile) &&
    typeof profile.id === 'string' &&
    isRecord(intent) &&
    Array.isArray(intent.items) &&
    isRecord(plan) &&
    Array.isArray(plan.steps) &&
    Array.isArray(plan.changes) &&
    Array.isArray(steps) &&
    steps.every((step) => isRecord(step) && isRecord(step.step) && Array.isArray(step.addresses));
  return isEntry ? (value as unknown as JournalEntry) : 'fields are missing';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
