import type { Declaration } from '../../declared/declaration';
import type { Word } from '../../text/span';
import { findProfile } from '../../session/profile';
import type { ProfileStore } from '../../session/profileStore';
import { scopeKey, type Scope } from '../../session/scope';

/** The region that a declaration is about: of the profile it names, or the one looked at. Undefined without such a profile. */
export function declaredScope(
  profiles: Pick<ProfileStore, 'active' | 'all'>,
  { profile: name, region }: Readonly<Partial<Record<'profile' | 'region', Pick<Word, 'text'> | undefined>>>,
): Scope | undefined {
  const profile = name ? findProfile(profiles.all(), name.text) : profiles.active();
  return profile && { profile, regionCode: region?.text ?? profile.regionCode };
}

/** The same for declarations about one region of one account, also where nobody knows the profile. */
export function groupKey(
  profiles: Pick<ProfileStore, 'active' | 'all'>,
  declaration: Pick<Declaration, 'profile' | 'region'>,
): string {
  const scope = declaredScope(profiles, declaration);
  return scope ? scopeKey(scope) : `unknown ${declaration.profile?.text}`;
}
