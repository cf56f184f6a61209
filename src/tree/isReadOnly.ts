import type { Scope } from '../session/networkStore';

/** True when nothing may be changed through a row's own profile: then the row offers no change, whatever profile is active. */
export function isReadOnly({ profile }: Scope): boolean {
  return profile.protection === 'readOnly';
}
