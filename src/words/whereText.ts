import type { Scope } from '../session/scope';
import { shownName } from './shownName';

/** Where a change takes place: `production · KR`. */
export function whereText({
  profile,
  regionCode,
}: {
  profile: Pick<Scope['profile'], 'name'>;
  regionCode: string;
}): string {
  return `${shownName(profile.name)} · ${shownName(regionCode)}`;
}
