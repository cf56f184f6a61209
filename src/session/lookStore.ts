import type { Event, Memento } from 'vscode';
import { filterIds, type FilterId } from '../model/interfaceFilter';
import { createEmitter, type Emitter } from './emitter';

/** How the tree may be grouped; the first is the default. */
export const groupings = ['subnet', 'server', 'flat'] as const;
/** One of the groupings above. */
export type Grouping = (typeof groupings)[number];

/** How a profile's networks are shown. */
export interface Look {
  readonly groupBy: Grouping;
  readonly filters: readonly FilterId[];
}

/** Remembers the look per profile. */
export interface LookStore {
  readonly onDidChange: Event<void>;
  get(profileId: string): Look;
  set(profileId: string, look: Look): Promise<void>;
  dispose(): void;
}

const prefix = 'ncloudIp.look.';

/** Looks in the state of the extension; one that is not understood is the default. */
export function createLookStore(state: Memento): LookStore {
  const changed: Emitter<void> = createEmitter();
  return {
    onDidChange: changed.event,
    get(profileId) {
      const stored = state.get<Partial<Look>>(prefix + profileId);
      const wanted: unknown = stored?.filters;
      return {
        groupBy: groupings.find((id) => id === stored?.groupBy) ?? 'subnet',
        filters: Array.isArray(wanted) ? filterIds.filter((id) => wanted.includes(id)) : [],
      };
    },
    async set(profileId, look) {
      await state.update(prefix + profileId, look);
      changed.fire();
    },
    dispose: () => changed.dispose(),
  };
}
