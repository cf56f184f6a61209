import { l10n, window, type Disposable, type Uri } from 'vscode';
import type { Hit } from '../search/hit';
import type { CommandContext } from './commandContext';
import { findAddress, indexShown } from './findAddress';
import { readLink } from './readLink';
import { revealFound } from './revealFound';

/**
 * `vscode://ncloud-ip.ncloud-ip/address/10.0.10.11?profile=NAME` shows an address in the tree. A link only looks: it never
 * writes, whatever it says. A profile that it names is switched to; one that is not here is told, and what is shown is searched.
 */
export function registerDeepLinks(context: CommandContext): Disposable {
  return window.registerUriHandler({ handleUri: (uri) => openLink(context, uri) });
}

/** Follows one link: reveals the address when it is clear who holds it, else opens the search with it. */
export async function openLink(context: CommandContext, uri: Pick<Uri, 'path' | 'query'>): Promise<void> {
  const { profiles, scopes } = context;
  const link = readLink(uri);
  if (!link) {
    void window.showWarningMessage(l10n.t('This link is not understood: {0}', uri.path));
    return;
  }
  const wanted = profiles.all().find(({ id, name }) => id === link.profile || name === link.profile);
  if (wanted && !scopes.shown().some(({ profile }) => profile.id === wanted.id)) await profiles.activate(wanted.id);
  if (!wanted && link.profile !== undefined) {
    void window.showWarningMessage(l10n.t('This link names the profile {0}, which is not here.', link.profile));
  }
  const hits = (await indexShown(context))
    .find(link.address)
    .filter(isHolder)
    .filter(({ scope }) => link.profile === undefined || scope.profileId === wanted?.id);
  const exact = hits.filter(({ networkInterfaceNo }) => networkInterfaceNo === link.networkInterfaceNo);
  const [hit, ...others] = exact.length > 0 ? exact : hits;
  if (hit && others.length === 0) await revealFound(context, { kind: 'hit', hit });
  else await findAddress(context, { subjects: [], options: { text: link.address }, isProgrammatic: false });
}

/** Of the very address, not of one that begins with it. */
function isHolder(hit: Hit): hit is Extract<Hit, { kind: 'address' }> {
  return hit.kind === 'address' && hit.match === 'exact';
}
