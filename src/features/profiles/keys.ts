import { l10n } from 'vscode';
import type { Credentials } from '../../api/credentials';
import type { Profile } from '../../session/profile';
import type { CommandContext } from '../commandContext';
import type { Clock } from '../../change/applyDeps';
import type { ProfileAnswers } from './profileAnswers';
import { parseExpiry } from '../../session/keys/parseExpiry';

/** Puts keys into SecretStorage. Where the machine has no keyring it says so and offers to keep them for this session only. */
export async function saveKeys(
  { credentials, prompter, log }: Pick<CommandContext, 'credentials' | 'prompter' | 'log'>,
  profile: Pick<Profile, 'id' | 'name'>,
  keys: Credentials,
): Promise<boolean> {
  try {
    await credentials.write(profile.id, keys);
    return true;
  } catch (error) {
    // Its name only: what a store says when it fails may quote what it was given.
    log.warn(`secret storage: ${error instanceof Error ? error.name : 'failed'}`);
    const goOn = await prompter.confirm({
      message: l10n.t('This machine has no secret storage for the keys.'),
      detail: l10n.t(
        'They can be kept in memory until the window is closed. On Linux, install gnome-keyring or KWallet to fix this.',
      ),
      yes: l10n.t('Keep for This Session'),
    });
    if (goOn) credentials.remember(profile.id, keys);
    return goOn;
  }
}

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

/** The key pair a wizard gathered, with its end when it has one. */
export function keysOf(
  { accessKey = '', secretKey = '', expires }: ProfileAnswers,
  clock: Pick<Clock, 'now'>,
): Credentials {
  const expiresAt = expires === undefined ? undefined : parseExpiry(expires, clock.now());
  if (expires !== undefined && expiresAt === undefined) throw new TypeError('expires must be minutes or a future time');
  return { accessKey, secretKey, ...(expiresAt !== undefined && { expiresAt }) };
}
