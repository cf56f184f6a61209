import { l10n } from 'vscode';
import type { JournalEntry } from '../change/journalEntry';
import type { Scope } from '../session/networkStore';
import type { CommandContext } from './commandContext';
import { textOption, type Arguments } from './readArguments';

/** The journal entry a command is about: of the node, of the option `entry`, else undefined. */
export async function entryOf(
  { history }: Pick<CommandContext, 'history'>,
  { entryId, options }: Arguments,
): Promise<JournalEntry | undefined> {
  const id = entryId ?? textOption(options, 'entry');
  return id === undefined ? undefined : history.get(id);
}

/** Where an entry's change took place. Throws when its profile is gone. */
export function scopeOf({ profiles }: Pick<CommandContext, 'profiles'>, entry: JournalEntry): Scope {
  const profile = profiles.get(entry.profile.id);
  if (!profile) throw new Error(l10n.t('The profile {0} is not on this machine any more.', entry.profile.name));
  return { profile, regionCode: entry.regionCode };
}
