import { endpointOf, type Profile } from './profile';

/** One region seen through one profile. */
export interface Scope {
  readonly profile: Profile;
  readonly regionCode: string;
}

/** Tells scopes apart: `profileId/regionCode`, also where code names regions to show. A profile may change and be the same one. */
export function scopeKey({ profile, regionCode }: Scope): string {
  return `${profile.id}/${regionCode}`;
}

/** The same for several: all that are shown. */
export function scopesKey(scopes: readonly Scope[]): string {
  return scopes.map(scopeKey).join('\n');
}

/** Where numbers of network interfaces are unique: a gateway and its region, whatever profile it is seen through. */
export function placeKey({ profile, regionCode }: Scope): string {
  return placeAt(endpointOf(profile)?.gatewayUrl ?? profile.site, regionCode);
}

/** The same by the address of the gateway, however it is written. */
export function placeAt(gatewayUrl: string, regionCode: string): string {
  if (!URL.canParse(gatewayUrl)) return `${gatewayUrl} ${regionCode}`;
  const { origin, pathname } = new URL(gatewayUrl);
  return `${origin}${pathname.replace(/\/+$/, '')} ${regionCode}`;
}

/** The same region through the same profile, as it is now or was before. */
export function isSameScope(one: Scope, other: Scope): boolean {
  return scopeKey(one) === scopeKey(other);
}
