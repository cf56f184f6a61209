import { commands, l10n } from 'vscode';
import { holdsIn } from '../../change/interfaceHolds';
import type { JournalEntry } from '../../change/journalEntry';
import { notesOf } from '../../change/notesOf';
import { closeUnread, recoverEntry } from '../../change/recoverEntry';
import type { CommandId } from '../../contributions';
import { touchedBy } from '../../plan/stepDrift';
import type { Profile } from '../../session/profile';
import { placeKey } from '../../session/scope';
import { planTitle } from '../../words/changeText';
import { resultText } from '../../words/entryText';
import { shownName } from '../../words/shownName';
import { notify } from '../../ui/notify';
import type { CommandContext } from '../commandContext';
import { settleSchedule } from './settling';
import { stackOf } from '../../api/logger';

type Context = Pick<CommandContext, 'history' | 'profiles' | 'apis' | 'networks' | 'clock' | 'log' | 'holds'>;

/** What cannot be read is asked for again after this, and said once. */
const restMs = 10 * 60_000;

/**
 * Changes whose window went away in the middle, claimed for this one, are found by reading and completed, and the user is
 * told what became of each. Nothing is sent. What cannot be read now is released for another window, or for a later look
 * with the same `restUntil`: when each may be tried again (epoch ms), by id.
 */
export async function recoverOpenEntries(
  context: Context,
  claimed: readonly JournalEntry[],
  restUntil = new Map<string, number>(),
): Promise<void> {
  await Promise.all(
    claimed.map(async (entry) => {
      if ((restUntil.get(entry.id) ?? 0) > context.clock.now()) return context.history.release(entry.id);
      return recover(context, entry, restUntil).catch(async (error: unknown) => {
        context.log.warn(`recovery of ${entry.id}: ${stackOf(error)}`);
        await context.history.release(entry.id);
      });
    }),
  );
}

async function recover(context: Context, entry: JournalEntry, restUntil: Map<string, number>): Promise<void> {
  const completed = await complete(context, entry);
  if (completed === 'later') return context.history.release(entry.id);
  if (completed?.state !== 'done') {
    await context.history.release(entry.id);
    const wasTold = restUntil.has(entry.id);
    restUntil.set(entry.id, context.clock.now() + restMs);
    if (wasTold) return;
    tellOf(
      l10n.t(
        'VS Code stopped during “{0}”, and the result cannot be read back right now. It is tried again when profile {1} is refreshed.',
        planTitle(entry.plan),
        shownName(entry.profile.name),
      ),
      entry.id,
    );
    return;
  }
  await context.history.update(completed);
  for (const { id, note } of notesOf(completed)) await context.history.annotate(id, note);
  tellOf(
    l10n.t(
      'VS Code stopped during “{0}”. The result was read back: {1}.',
      planTitle(entry.plan),
      resultText(completed),
    ),
    entry.id,
  );
}

async function complete(context: Context, entry: JournalEntry): Promise<JournalEntry | 'later' | undefined> {
  const profile = context.profiles.get(entry.profile.id);
  // Nobody can read it any more: it ends as not known instead of asking at every start.
  if (!profile) return closeUnread(entry, context.clock.now());
  try {
    return await readOn(context, entry, profile);
  } catch (error) {
    if (error instanceof HeldElsewhere) return 'later';
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
  // Another change has them: this one is looked at again later, instead of keeping others waiting for that.
  const later = new AbortController();
  const hold = await holdsIn(holds, placeKey(scope)).hold(touched, () => later.abort(), later.signal);
  if (!hold) {
    lease.release();
    throw new HeldElsewhere();
  }
  let isTold = false;
  const tellOnce = (): void => {
    if (!isTold) tellOf(lookingText(entry), entry.id);
    isTold = true;
  };
  try {
    const reading = { api: lease.api, clock, log, settle: settleSchedule(profile) };
    return await recoverEntry(entry, { ...reading, onInterfaces: networks.following(scope) }, tellOnce);
  } finally {
    lease.release();
    await hold.release();
  }
}

/** Another change works on the interfaces just now. */
class HeldElsewhere extends Error {}

function lookingText(entry: JournalEntry): string {
  return l10n.t(
    'VS Code stopped during “{0}”. NAVER Cloud may still be working on it; you will be told the result.',
    planTitle(entry.plan),
  );
}

function tellOf(message: string, entry: string): void {
  const open: CommandId = 'ncloudIp.openHistoryEntry';
  const details = l10n.t('Details');
  void notify('warning', message, details).then((chosen) => {
    if (chosen === details) void commands.executeCommand(open, { entry });
  });
}
