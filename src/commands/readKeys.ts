import type { Credentials } from '../api/credentials';
import type { Profile } from '../session/profile';
import type { CommandContext } from './commandContext';

/**
 * A profile's keys; undefined also when the secret storage fails, which `onFailure` hears of: what asks for new keys, or
 * examines, must not fail with it.
 */
export async function readKeys(
  { credentials, log }: Pick<CommandContext, 'credentials' | 'log'>,
  profile: Pick<Profile, 'id'>,
  onFailure?: () => void,
): Promise<Credentials | undefined> {
  try {
    return await credentials.read(profile.id);
  } catch (error) {
    // Its name only: what a store says when it fails may quote what it holds.
    log.warn(`secret storage: ${error instanceof Error ? error.name : 'failed'}`);
    onFailure?.();
    return undefined;
  }
}
