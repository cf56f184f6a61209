import { l10n, window, type Disposable, type Uri } from 'vscode';
import { findAddress, indexShown } from './findAddress';
import type { CommandContext } from './commandContext';
import { revealFound } from './revealFound';

/**
 * `vscode://ncloud-ip.ncloud-ip/address/10.0.10.11?profile=NAME` shows an address in the tree. A link only looks: it never
 * writes, whatever it says, and an unknown profile is ignored.
 */
export function registerDeepLinks(context: CommandContext): Disposable {
  return window.registerUriHandler({ handleUri: (uri) => openLink(context, uri) });
}

/** Follows one link: reveals the address when somebody holds it, else opens the search with it. */
export async function openLink(context: CommandContext, { path, query }: Pick<Uri, 'path' | 'query'>): Promise<void> {
  const address = /^\/address\/([0-9.]{7,15})$/.exec(path)?.[1];
  if (address === undefined) {
    void window.showWarningMessage(l10n.t('This link is not understood: {0}', path));
    return;
  }
  const wanted = new URLSearchParams(query).get('profile');
  const index = await indexShown(context);
  const hit = index
    .find(address)
    .find(
      (found) =>
        found.kind === 'address' &&
        found.match === 'exact' &&
        (wanted === null || found.scope.profileId === wanted || found.scope.profileName === wanted),
    );
  if (hit) await revealFound(context, { kind: 'hit', hit });
  else await findAddress(context, { subjects: [], options: { text: address }, isProgrammatic: false });
}
