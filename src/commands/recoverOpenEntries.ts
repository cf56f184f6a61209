import { commands, l10n } from 'vscode';
import type { JournalEntry } from '../change/journalEntry';
import { recoverEntry } from '../change/recoverEntry';
import type { CommandId } from '../contributions';
import { entryTitle, resultText } from '../ui/entryText';
import { notify } from '../ui/notify';
import type { CommandContext } from './commandContext';
import { settleSchedule } from './settleSchedule';

type Context = Pick<CommandContext, 'history' | 'profiles' | 'apis' | 'networks' | 'clock' | 'log'>;

/**
 * At start: changes whose window went away in the middle are found by reading and completed, and the user is told what
 * became of each. Nothing is sent. What cannot be read now is left for the next start.
 */
export async function recoverOpenEntries(context: Context): Promise<void> {
  for (const entry of await context.history.claimAbandoned()) {
    await recover(context, entry).catch(async (error: unknown) => {
      context.log.warn(`recovery of ${entry.id}: ${String(error)}`);
      await context.history.release(entry.id);
    });
  }
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
  const { id, undoes, result } = completed;
  if (undoes !== undefined && result === 'applied') await context.history.annotate(undoes, { undoneBy: id });
  tell(
    l10n.t(
      'VS Code stopped in the middle of “{0}”. It was found by reading: {1}.',
      entryTitle(entry),
      resultText(completed),
    ),
    entry.id,
  );
}

async function complete(
  { profiles, apis, networks, clock, log }: Context,
  entry: JournalEntry,
): Promise<JournalEntry | undefined> {
  const profile = profiles.get(entry.profile.id);
  // Nobody can read it any more: it ends as not known instead of asking at every start.
  if (!profile) return { ...entry, state: 'done', result: 'unknown', recovered: true, finishedAt: clock.now() };
  try {
    const api = await apis.get(profile);
    const scope = { profile, regionCode: entry.regionCode };
    const onInterfaces: Parameters<typeof recoverEntry>[1]['onInterfaces'] = (fresh, gone) =>
      networks.follow(scope, fresh, gone);
    return await recoverEntry(entry, { api, clock, log, settle: settleSchedule(profile), onInterfaces });
  } catch (error) {
    log.warn(`recovery of ${entry.id}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function tell(message: string, entry: string): void {
  const details = l10n.t('Details');
  const open: CommandId = 'ncloudIp.openHistoryEntry';
  void notify('warning', message, details).then((chosen) => {
    if (chosen === details) void commands.executeCommand(open, { entry });
  });
}
