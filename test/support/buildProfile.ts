import type { Profile } from '../../src/session/profile';
import type { Scope } from '../../src/session/scope';

/** An account at the public site, looking at Korea. */
export function buildProfile(profile: Partial<Profile> = {}): Profile {
  return { id: 'p1', name: 'production', site: 'public', regionCode: 'KR', ...profile };
}

/** That account's view of its region. */
export function buildScope(profile: Partial<Profile> = {}): Scope {
  const built = buildProfile(profile);
  return { profile: built, regionCode: built.regionCode };
}
