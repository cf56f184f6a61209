import { commands } from 'vscode';
import { viewIds } from '../../contributions';
import { withViewProgress } from '../../ui/progress';
import { newSandboxProfile, sandboxProfileId } from './sandboxProfile';
import type { CommandContext } from '../commandContext';
import type { Arguments } from '../readArguments';

/** Try the Sandbox: starts the local NAVER Cloud, adds its profile and shows it. */
export async function trySandbox(
  { sandbox, profiles, networks }: Pick<CommandContext, 'sandbox' | 'profiles' | 'networks'>,
  { isProgrammatic }: Arguments,
): Promise<unknown> {
  await withViewProgress(() => sandbox.open());
  const known = profiles.get(sandboxProfileId);
  const profile = known ?? newSandboxProfile();
  if (!known) await profiles.save(profile);
  await profiles.activate(profile.id);
  await networks.load({ profile, regionCode: profile.regionCode });
  if (!isProgrammatic) await commands.executeCommand(`${viewIds.network}.focus`);
  return { profile: profile.id };
}
