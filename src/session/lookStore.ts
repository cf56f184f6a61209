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
  /** Words that an interface must hold; absent when any may be shown. */
  readonly text?: string;
}

/** Whether a look leaves anything out. */
export function isFiltered({ filters, text }: Pick<Look, 'filters' | 'text'>): boolean {
  return filters.length > 0 || text !== undefined;
}

/** The look with another text, or with none when that says nothing. */
export function withText({ groupBy, filters }: Look, text: string): Look {
  return { groupBy, filters, ...(text.trim() !== '' && { text: text.trim() }) };
}

/** Remembers the look per profile. */
export interface LookStore {
  readonly onDidChange: Event<void>;
  get(profileId: string): Look;
  set(profileId: string, look: Look): Promise<void>;
  /** Shows a look without remembering it, until another one is set; undefined shows the remembered one again. */
  preview(profileId: string, look: Look | undefined): void;
  dispose(): void;
}

const prefix = 'ncloudIp.look.';

/** Looks in the state of the extension; one that is not understood is the default. */
export function createLookStore(state: Memento): LookStore {
  const changed: Emitter<void> = createEmitter();
  const previews = new Map<string, Look>();
  return {
    onDidChange: changed.event,
    get(profileId) {
      const previewed = previews.get(profileId);
      if (previewed) return previewed;
      const stored = state.get<Partial<Look>>(prefix + profileId);
      const wanted: unknown = stored?.filters;
      const look: Look = {
        groupBy: groupings.find((id) => id === stored?.groupBy) ?? 'subnet',
        filters: Array.isArray(wanted) ? filterIds.filter((id) => wanted.includes(id)) : [],
      };
      return typeof stored?.text === 'string' ? withText(look, stored.text) : look;
    },
    async set(profileId, look) {
      await state.update(prefix + profileId, look);
      previews.delete(profileId);
      changed.fire();
    },
    preview(profileId, look) {
      if (look) previews.set(profileId, look);
      else previews.delete(profileId);
      changed.fire();
    },
    dispose: () => changed.dispose(),
  };
}
