import { commands, l10n } from 'vscode';
import { findProfile } from '../../session/profile';
import type { CommandId } from '../../contributions';
import type { Reading } from '../../session/networkState';
import { isSameScope, type Scope } from '../../session/scope';
import type { Subject } from '../../tree/node';
import { notify } from '../../ui/notify';
import { withViewProgress } from '../../ui/progress';
import { UserError } from '../../ui/userError';
import type { KeysContext } from '../profiles/askKeys';
import { activeScope, type CommandContext } from '../commandContext';
import { currentScope } from './currentScope';
import { type Arguments } from '../readArguments';
import { withKeys } from './withKeys';

/** The region a command is about: of the node it was called on, of the options, or the one looked at. Offers a way when there is none. */
export function needScope(
  { profiles }: Pick<CommandContext, 'profiles'>,
  { subjects, others = [], options }: Arguments,
): Scope | undefined {
  const [subject] = subjects;
  if (subject) {
    const isHere = ({ scope }: Subject): boolean => isSameScope(scope, subject.scope);
    if (![...subjects, ...others].every(isHere)) {
      throw new UserError(l10n.t('The selection spans several accounts or regions. Change each one separately.'));
    }
    // Not the profile that the row carries: it may be an old one, and whoever calls a command can make a row up.
    return currentScope({ profiles }, subject.scope);
  }
  const wanted = options.profile;
  const active = activeScope(profiles);
  const profile = wanted === undefined ? active?.profile : findProfile(profiles.all(), wanted);
  if (!profile) {
    offerStart();
    return undefined;
  }
  return { profile, regionCode: options.regionCode ?? profile.regionCode };
}

/**
 * The scope and what was last read of it, read now when it was not yet. Keys that are missing, have ended or are refused
 * are asked for on the spot, and the command goes on; called by code, their error is thrown instead.
 */
export async function needReading(
  context: KeysContext & Pick<CommandContext, 'profiles' | 'networks'>,
  args: Arguments,
): Promise<{ scope: Scope; reading: Reading } | undefined> {
  const scope = needScope(context, args);
  if (!scope) return undefined;
  const load = (): Promise<Reading> => withViewProgress(() => context.networks.load(scope));
  const reading = await withKeys(context, scope.profile, args, load);
  return reading && { scope, reading };
}

/**
 * For commands that only look: what was last read, however old it is and whatever came of reading it again; read now only
 * when it never was. A cloud that cannot be reached takes nothing away that is there.
 */
export async function needAnyReading(
  context: KeysContext & Pick<CommandContext, 'profiles' | 'networks'>,
  args: Arguments,
): Promise<{ scope: Scope; reading: Reading } | undefined> {
  const scope = needScope(context, args);
  const state = scope && context.networks.state(scope);
  return scope && state?.last ? { scope, reading: state.last } : needReading(context, args);
}

function offerStart(): void {
  const actions = new Map<string, CommandId>([
    [l10n.t('Add Profile'), 'ncloudIp.addProfile'],
    [l10n.t('Try the Sandbox'), 'ncloudIp.trySandbox'],
  ]);
  void notify('info', l10n.t('No profiles yet.'), ...actions.keys()).then((chosen) => {
    const id = chosen === undefined ? undefined : actions.get(chosen);
    if (id) void commands.executeCommand(id);
  });
}
