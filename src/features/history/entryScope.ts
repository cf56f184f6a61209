import { l10n } from 'vscode';
import type { JournalEntry } from '../../change/journalEntry';
import type { Scope } from '../../session/scope';
import { shownName } from '../../words/shownName';
import { UserError } from '../../ui/userError';
import type { CommandContext } from '../commandContext';
import { type Arguments } from '../readArguments';

/**
 * The journal entry a command is about: of the node, or of the option `entry`; undefined when neither is there. Throws when
 * one was meant and is not found: another change must never stand in for it.
 */
export async function entryOf(
  { history }: Pick<CommandContext, 'history'>,
  { entryId, options }: Arguments,
): Promise<JournalEntry | undefined> {
  if (entryId === undefined && !('entry' in options)) return undefined;
  const id = entryId ?? options.entry;
  const entry = id === undefined ? undefined : await history.get(id);
  if (!entry) throw new UserError(l10n.t('This change is not in the history.'));
  return entry;
}

/** Where an entry's change took place. Throws when its profile is gone. */
export function entryScopeOf({ profiles }: Pick<CommandContext, 'profiles'>, entry: JournalEntry): Scope {
  const profile = profiles.get(entry.profile.id);
  if (!profile) throw new UserError(l10n.t('Profile {0} is no longer on this machine.', shownName(entry.profile.name)));
  return { profile, regionCode: entry.regionCode };
}

/** Throws while a change is under way or still read: what is left of it, or to be taken back, is not known before its last word. */
export function refuseUnfinished({ state }: Pick<JournalEntry, 'state'>): void {
  if (state === 'open') throw new UserError(l10n.t('This change is not finished. Wait until its result is known.'));
}
