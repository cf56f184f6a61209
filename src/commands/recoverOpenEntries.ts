import { commands, l10n } from 'vscode';
import { holdsIn } from '../change/interfaceHolds';
import type { JournalEntry } from '../change/journalEntry';
import { notesOf } from '../change/notesOf';
import { recoverEntry } from '../change/recoverEntry';
import type { CommandId } from '../contributions';
import { touchedBy } from '../plan/stepDrift';
import type { Profile } from '../session/profile';
import { entryTitle, resultText } from '../ui/entryText';
import { placeOf } from './applyPlanned';
import { notify } from '../ui/notify';
import type { CommandContext } from './commandContext';
import { settleSchedule } from './settleSchedule';

type Context = Pick<CommandContext, 'history' | 'profiles' | 'apis' | 'networks' | 'clock' | 'log' | 'holds'>;

/**
 * At start: changes whose window went away in the middle are found by reading and completed, and the user is told what
 * became of each. Nothing is sent. What cannot be read now is left for the next start.
 */
export async function recoverOpenEntries(context: Context): Promise<void> {
  const entries = await context.history.claimAbandoned();
  await Promise.all(
    entries.map((entry) =>
      recover(context, entry).catch(async (error: unknown) => {
        context.log.warn(`recovery of ${entry.id}: ${String(error)}`);
        await context.history.release(entry.id);
      }),
    ),
  );
}

async function recover(context: Context, entry: JournalEntry): Promise<void> {
  const completed = await complete(context, entry);
  if (completed?.state !== 'done') {
    await context.history.release(entry.id);
    tell(
      l10n.t('VS Code stopped in the middle of “{0}”, and it cannot be read now what became of it.', entryTitle(entry)),
      entry.id,
    );
    return;
  }
  await context.history.update(completed);
  for (const { id, note } of notesOf(completed)) await context.history.annotate(id, note);
  tell(
    l10n.t(
      'VS Code stopped in the middle of “{0}”. It was found by reading: {1}.',
      entryTitle(entry),
      resultText(completed),
    ),
    entry.id,
  );
}

async function complete(context: Context, entry: JournalEntry): Promise<JournalEntry | undefined> {
  const profile = context.profiles.get(entry.profile.id);
  // Nobody can read it any more: it ends as not known instead of asking at every start.
  if (!profile) {
    return { ...entry, state: 'done', result: 'unknown', recovered: true, finishedAt: context.clock.now() };
  }
  try {
    return await readOn(context, entry, profile);
  } catch (error) {
    context.log.warn(`recovery of ${entry.id}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** Its interfaces are kept from other changes, as they were while its window lived. */
async function readOn(context: Context, entry: JournalEntry, profile: Profile): Promise<JournalEntry> {
  const { apis, networks, clock, log, holds } = context;
  const scope = { profile, regionCode: entry.regionCode };
  const touched = [...new Set(entry.steps.flatMap(({ step }) => touchedBy(step)))];
  const lease = await apis.lease(profile);
  const hold = await holdsIn(holds, placeOf(scope)).hold(touched, () => undefined);
  let isTold = false;
  const tellOnce = (): void => {
    if (!isTold) tell(lookingText(entry), entry.id);
    isTold = true;
  };
  try {
    const reading = { api: lease.api, clock, log, settle: settleSchedule(profile) };
    return await recoverEntry(entry, { ...reading, onInterfaces: networks.following(scope) }, tellOnce);
  } finally {
    lease.release();
    await hold?.release();
  }
}

function lookingText(entry: JournalEntry): string {
  return l10n.t(
    'VS Code stopped in the middle of “{0}”. NAVER Cloud may still be working on it; you will be told the result.',
    entryTitle(entry),
  );
}

function tell(message: string, entry: string): void {
  const details = l10n.t('Details');
  const open: CommandId = 'ncloudIp.openHistoryEntry';
  void notify('warning', message, details).then((chosen) => {
    if (chosen === details) void commands.executeCommand(open, { entry });
  });
}
