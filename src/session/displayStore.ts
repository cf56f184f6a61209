import type { Event, Memento } from 'vscode';
import { filterIds, type FilterId } from '../model/interfaceFilter';
import { createEmitter, type Emitter } from './emitter';

/** How the tree may be grouped; the first is the default. */
export const groupings = ['subnet', 'server', 'flat'] as const;
/** One of the groupings above. */
export type Grouping = (typeof groupings)[number];

/** How a profile's networks are shown. */
export interface DisplayOptions {
  readonly groupBy: Grouping;
  readonly filters: readonly FilterId[];
  /** Words that an interface must hold; absent when any may be shown. */
  readonly text?: string;
}

/** Whether the options leave anything out. */
export function isFiltered({ filters, text }: Pick<DisplayOptions, 'filters' | 'text'>): boolean {
  return filters.length > 0 || text !== undefined;
}

/** The options with another text, or with none when it is blank. */
export function withText({ groupBy, filters }: DisplayOptions, text: string): DisplayOptions {
  return { groupBy, filters, ...(text.trim() !== '' && { text: text.trim() }) };
}

/** Remembers the display options of each profile. */
export interface DisplayStore {
  readonly onDidChange: Event<void>;
  get(profileId: string): DisplayOptions;
  set(profileId: string, display: DisplayOptions): Promise<void>;
  /** Uses options without remembering them, until others are set; undefined goes back to those remembered. */
  preview(profileId: string, display: DisplayOptions | undefined): void;
  dispose(): void;
}

const prefix = 'ncloudIp.look.';

/** Keeps them in the state of the extension; what cannot be read there is the default. */
export function createDisplayStore(state: Memento): DisplayStore {
  const changed: Emitter<void> = createEmitter();
  const previews = new Map<string, DisplayOptions>();
  return {
    onDidChange: changed.event,
    get(profileId) {
      const previewed = previews.get(profileId);
      if (previewed) return previewed;
      const stored = state.get<Partial<DisplayOptions>>(prefix + profileId);
      const wanted: unknown = stored?.filters;
      const display: DisplayOptions = {
        groupBy: groupings.find((id) => id === stored?.groupBy) ?? 'subnet',
        filters: Array.isArray(wanted) ? filterIds.filter((id) => wanted.includes(id)) : [],
      };
      return typeof stored?.text === 'string' ? withText(display, stored.text) : display;
    },
    async set(profileId, display) {
      await state.update(prefix + profileId, display);
      previews.delete(profileId);
      changed.fire();
    },
    preview(profileId, display) {
      if (display) previews.set(profileId, display);
      else previews.delete(profileId);
      changed.fire();
    },
    dispose: () => changed.dispose(),
  };
}
