import { l10n, type Uri } from 'vscode';
import type { Hit } from '../../search/hit';
import { findProfile, type Profile } from '../../session/profile';
import type { Scope } from '../../session/scope';
import { errorText } from '../../words/errorText';
import { notify } from '../../ui/notify';
import { withViewProgress } from '../../ui/progress';
import { whereText } from '../../words/whereText';
import type { CommandContext } from '../commandContext';
import { findAddress } from '../find/findAddress';
import { readLink, readSubnetLink, type SubnetLink } from './readLink';
import { revealFound } from '../find/revealFound';
import { indexOf } from '../find/shownIndex';

/**
 * `vscode://ncloud-ip.ncloud-ip/address/10.0.10.11?profile=NAME&region=KR` shows an address in the tree: reveals it
 * when it is clear who holds it, else opens the search with it; `…/subnet/3104` opens the map of a subnet. A link only
 * looks: it never writes, whatever it says. A profile and a region that it names are switched to when they are not
 * shown, which is told; a profile that is not here is told too, and what is shown is searched. Anybody may write a
 * link: its own words are never repeated.
 */
export async function openLink(context: CommandContext, uri: Pick<Uri, 'path' | 'query'>): Promise<void> {
  const { profiles, scopes, networks } = context;
  const link = readLink(uri) ?? readSubnetLink(uri);
  if (!link) {
    void notify('warning', l10n.t('This link is not valid.'));
    return;
  }
  const named = findProfile(profiles.all(), link.profile);
  if (!named && link.profile !== undefined) {
    void notify('warning', l10n.t('This link refers to a profile that does not exist here.'));
  }
  const wanted = link.profile === undefined && link.regionCode !== undefined ? profiles.active() : named;
  if (wanted) await switchTo(context, wanted, link.regionCode);
  const meant = scopes
    .shown()
    .filter(({ profile }) => link.profile === undefined || profile.id === named?.id)
    .filter(({ regionCode }) => link.regionCode === undefined || regionCode === link.regionCode);
  if ('subnetNo' in link) {
    await openSubnet(context, meant, link);
    return;
  }
  const index = await withViewProgress(() => indexOf(networks, meant));
  const hits = index.find(link.address).filter(isHolder);
  const exact = hits.filter(({ networkInterfaceNo }) => networkInterfaceNo === link.networkInterfaceNo);
  const [hit, ...others] = exact.length > 0 ? exact : hits;
  if (hit && others.length === 0) await revealFound(context, { kind: 'hit', hit });
  else await findAddress(context, { subjects: [], options: { text: link.address }, isProgrammatic: false });
}

/** Opens the map of a subnet of the regions meant. Numbers of subnets are an account's own. */
async function openSubnet(
  { networks, maps }: Pick<CommandContext, 'networks' | 'maps'>,
  scopes: readonly Scope[],
  { subnetNo, address }: SubnetLink,
): Promise<void> {
  await withViewProgress(() =>
    Promise.all(
      scopes.filter((one) => !networks.state(one).last).map((one) => networks.load(one).catch(() => undefined)),
    ),
  );
  const scope = scopes.find((one) => networks.state(one).last?.network.subnet(subnetNo));
  if (scope) (await maps()).open(scope, subnetNo, address);
  else void notify('warning', l10n.t('This link refers to a subnet that is not in the regions shown.'));
}

/**
 * Looks at a profile, and at a region of it, that is not shown. A region that cannot be read is not switched to:
 * anybody may write a link.
 */
async function switchTo(
  { profiles, scopes, networks }: Pick<CommandContext, 'profiles' | 'scopes' | 'networks'>,
  profile: Profile,
  wanted: string | undefined,
): Promise<void> {
  const isShown = scopes
    .shown()
    .some((scope) => scope.profile.id === profile.id && (wanted === undefined || scope.regionCode === wanted));
  if (isShown) return;
  const regionCode = wanted ?? profile.regionCode;
  if (regionCode !== profile.regionCode) {
    try {
      await withViewProgress(() => networks.load({ profile, regionCode }));
    } catch (error) {
      const { summary } = errorText(error);
      void notify('warning', l10n.t('This link refers to a region that could not be loaded: {0}', summary));
      return;
    }
    await profiles.update(profile.id, (now) => ({ ...now, regionCode }));
  }
  await profiles.activate(profile.id);
  void notify('info', l10n.t('The link switched to {0}.', whereText({ profile, regionCode })));
}

/** Of the very address, not of one that begins with it. */
function isHolder(hit: Hit): hit is Extract<Hit, { kind: 'address' }> {
  return hit.kind === 'address' && hit.match === 'exact';
}
