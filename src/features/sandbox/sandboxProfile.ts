import { l10n } from 'vscode';
import type { Profile } from '../../session/profile';

/** The profile of the bundled sandbox: no keys, no network. */
export const sandboxProfileId = 'sandbox';

/** As it is made the first time; people may rename it. */
export function newSandboxProfile(): Profile {
  return { id: sandboxProfileId, name: l10n.t('Sandbox'), site: 'sandbox', regionCode: 'KR' };
}
