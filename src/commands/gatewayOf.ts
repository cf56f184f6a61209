import { endpointOf, type Profile } from '../session/profile';
import type { CommandContext } from './commandContext';

/** The URL that a profile's calls go to, for texts that name it. The sandbox has one only while it runs: it is started. */
export async function gatewayOf({ sandbox }: Pick<CommandContext, 'sandbox'>, profile: Profile): Promise<string> {
  return endpointOf(profile)?.gatewayUrl ?? (await sandbox.open()).url;
}
