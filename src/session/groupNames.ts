import type { AccessControlGroup } from '../model/accessControlGroup';
import { scopeKey, type Scope } from './scope';

/** The ACGs of regions as they were read last: interfaces carry their numbers only. Kept as long as the window. */
export interface GroupNames {
  get(scope: Scope): readonly AccessControlGroup[];
  set(scope: Scope, groups: readonly AccessControlGroup[]): void;
}

/** Empty until somebody reads them. */
export function createGroupNames(): GroupNames {
  const read = new Map<string, readonly AccessControlGroup[]>();
  return {
    get: (scope) => read.get(scopeKey(scope)) ?? [],
    set: (scope, groups) => void read.set(scopeKey(scope), groups),
  };
}
