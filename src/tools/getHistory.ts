import * as v from 'valibot';
import { outcomeOf } from '../change/entryOutcome';
import { canUndo } from '../change/entryPolicy';
import type { JournalEntry } from '../change/journalEntry';
import { answerOf } from './envelope';
import { bareOrMarked, unmarked, wordOrMarked } from './foreign';
import { interfaceLabel } from './interfaceRow';
import { cursorInput, pageOf } from './page';
import { defineTool, type ToolCall } from './tool';

/** A change may touch thousands of interfaces: a row tells of the first ones. */
const mostTold = 10;

/** What was changed from here, and what became of it. */
export const getHistory = defineTool({
  input: v.strictObject({
    text: v.optional(
      v.pipe(
        v.string(),
        v.maxLength(200),
        v.description('Only changes with this id, address, interface number or name'),
      ),
    ),
    cursor: cursorInput,
  }),
  needs: 'look',
  async run({ text, cursor }, call) {
    const needle = unmarked(text ?? '').toLowerCase();
    const all = await call.deps.history();
    const entries = entriesHere(call, all);
    const found = entries.map(entryRow).filter((row) => JSON.stringify(row).toLowerCase().includes(needle));
    // What was read last tells nothing of the history: a page goes on as long as no change is added.
    const readAt = entries[0]?.startedAt ?? 0;
    const { rows, ...page } = pageOf(found, cursor, readAt);
    return answerOf(call, { readAt: call.deps.clock.now(), gaps: [] }, { columns, rows, ...page });
  },
});

/** The entries of the profile and region that tools see. */
export function entriesHere({ scope }: ToolCall, entries: readonly JournalEntry[]): JournalEntry[] {
  return entries.filter(
    ({ profile, regionCode }) => profile.id === scope.profile.id && regionCode === scope.regionCode,
  );
}

const columns = ['id', 'startedAt', 'outcome', 'askedBy', 'canUndo', 'changes'] as const;

function entryRow(entry: JournalEntry): readonly unknown[] {
  const { id, startedAt, origin, plan } = entry;
  const changes = plan.changes.slice(0, mostTold).map((change) => ({
    interface: bareOrMarked(change.networkInterfaceNo),
    name: interfaceLabel(change),
    gained: change.gains.slice(0, mostTold).map(bareOrMarked),
    lost: change.loses.slice(0, mostTold).map(bareOrMarked),
    ...(change.chosenByService > 0 && { chosenByService: change.chosenByService }),
  }));
  const more = plan.changes.length - changes.length;
  return [
    wordOrMarked(id),
    new Date(startedAt).toISOString(),
    outcomeOf(entry),
    origin?.kind ?? 'person',
    canUndo(entry),
    more > 0 ? [...changes, { more }] : changes,
  ];
}
