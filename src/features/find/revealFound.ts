import type { SearchScope } from '../../search/hit';
import type { Scope } from '../../session/scope';
import type { Subject } from '../../tree/node';
import type { CommandContext } from '../commandContext';
import type { Found } from './found';
import { reveal } from '../view/reveal';

type Context = Pick<CommandContext, 'profiles' | 'tree' | 'view' | 'networks' | 'clock' | 'openMaps' | 'maps'>;

/** Shows in the tree what was found: the address itself, else its interface or subnet. Never changes anything. */
export async function revealFound(context: Context, found: Found): Promise<boolean> {
  switch (found.kind) {
    case 'hit': {
      const { hit } = found;
      const scope = scopeOf(context, hit.scope);
      if (!scope) return false;
      if (hit.kind === 'address') context.openMaps?.()?.reveal(scope, hit.subnetNo, hit.address);
      if (hit.kind === 'address') return reveal(context, scope, isAddress(hit.address, hit.networkInterfaceNo));
      return reveal(
        context,
        scope,
        hit.kind === 'interface' ? isInterface(hit.networkInterfaceNo) : isSubnet(hit.subnetNo),
      );
    }
    case 'map':
      return openMap(context, found);
    case 'table':
      return false;
    case 'assign':
    case 'place': {
      const { place } = found;
      const scope = place.kind === 'outside' ? undefined : scopeOf(context, place.scope);
      return scope && place.kind !== 'outside' ? reveal(context, scope, isSubnet(place.subnetNo)) : false;
    }
    case 'asked': {
      const state = context.networks.state(found.scope);
      // The row may have stood there for minutes: a region that was read since knows better.
      if (!(state.last && state.last.readAt > found.askedAt)) found.follow([found.networkInterface]);
      return reveal(context, found.scope, isInterface(found.networkInterface.networkInterfaceNo));
    }
  }
}

async function openMap(
  context: Pick<CommandContext, 'profiles' | 'maps'>,
  { scope: wanted, subnetNo, address }: Extract<Found, { kind: 'map' }>,
): Promise<boolean> {
  const scope = scopeOf(context, wanted);
  if (scope) (await context.maps()).open(scope, subnetNo, address);
  return scope !== undefined;
}

/** A scope with its profile as it is now; undefined when it is gone. */
export function scopeOf(
  { profiles }: Pick<CommandContext, 'profiles'>,
  { profileId, regionCode }: SearchScope,
): Scope | undefined {
  const profile = profiles.get(profileId);
  return profile && { profile, regionCode };
}

const isInterface =
  (no: string) =>
  (subject: Subject): boolean =>
    subject.kind === 'interface' && subject.networkInterfaceNo === no;

const isSubnet =
  (no: string) =>
  (subject: Subject): boolean =>
    subject.kind === 'subnet' && subject.subnetNo === no;

const isAddress =
  (address: string, no: string) =>
  (subject: Subject): boolean =>
    subject.kind === 'address' && subject.address === address && subject.networkInterfaceNo === no;
