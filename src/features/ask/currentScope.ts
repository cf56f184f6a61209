import { l10n } from 'vscode';
import type { Scope } from '../../session/scope';
import { shownName } from '../../words/shownName';
import { UserError } from '../../ui/userError';
import type { CommandContext } from '../commandContext';

/** A scope with its profile as it is now: nodes, wizards and messages carry it as it was. Throws when the profile is gone. */
export function currentScope({ profiles }: Pick<CommandContext, 'profiles'>, scope: Scope): Scope {
  const profile = profiles.get(scope.profile.id);
  if (!profile) throw new UserError(l10n.t('Profile {0} is no longer on this machine.', shownName(scope.profile.name)));
  return { ...scope, profile };
}
