import type { Scope } from '../session/networkStore';

/** Where a change takes place: `production · KR`. */
export function whereText({ profile, regionCode }: Scope): string {
  return `${profile.name} · ${regionCode}`;
}
