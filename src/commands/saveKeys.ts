import { l10n } from 'vscode';
import type { Credentials } from '../api/credentials';
import type { Profile } from '../session/profile';
import type { CommandContext } from './commandContext';

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
      message: l10n.t('This machine has no secret storage to keep the keys in.'),
      detail: l10n.t(
        'They can be kept in memory until the window is closed. On Linux, installing gnome-keyring or KWallet mends this.',
      ),
      yes: l10n.t('Keep for This Session'),
    });
    if (goOn) credentials.remember(profile.id, keys);
    return goOn;
  }
}
