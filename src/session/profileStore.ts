import * as v from 'valibot';
import type { Event, Memento } from 'vscode';
import { createEmitter, type Emitter } from './emitter';
import { gatewayFlaw } from '../model/gateway';
import { assistantAccesses, protections, type Profile } from './profile';

/**
 * The profiles of this installation, which its windows share, and which one is looked at. That, and the region looked at of each, is
 * the business of one window: another one may look elsewhere at the same time. The next window begins where one looked last.
 */
export interface ProfileStore {
  readonly onDidChange: Event<void>;
  all(): readonly Profile[];
  active(): Profile | undefined;
  get(id: string): Profile | undefined;
  /** Adds a new profile. One that is there already stays as it is: changes go through `update`. */
  save(profile: Profile): Promise<void>;
  /**
   * Changes a profile as it is now, not as somebody saw it before they asked a question or waited for an answer; what
   * was changed meanwhile, here or in another window, stays. Gives what it became; undefined, and nothing happens, when
   * it is gone.
   */
  update(id: string, change: (now: Profile) => Profile): Promise<Profile | undefined>;
  remove(id: string): Promise<void>;
  activate(id: string): Promise<void>;
  /** Tells of what another window changed, of which VS Code says nothing; nothing happens where it changed nothing. */
  follow(): void;
  dispose(): void;
}

const profilesKey = 'ncloudIp.profiles';
const activeKey = 'ncloudIp.activeProfile';

const word = v.pipe(v.string(), v.nonEmpty());
/**
 * Fields that only a later version knows are kept. A protection that is not understood protects: nothing may be
 * written; access that is not understood is none.
 */
const storedProfile = v.pipe(
  v.looseObject({
    id: word,
    name: word,
    site: v.picklist(['public', 'gov', 'fin', 'sandbox', 'custom']),
    regionCode: word,
    gatewayUrl: v.optional(v.string()),
    protection: v.optional(v.fallback(v.picklist(protections), 'readOnly')),
    assistants: v.optional(v.fallback(v.picklist(assistantAccesses), 'off')),
  }),
  v.check(
    ({ site, gatewayUrl }) => site !== 'custom' || (gatewayUrl !== undefined && gatewayFlaw(gatewayUrl) === undefined),
  ),
);

/**
 * Keeps profiles in extension state (never in settings: a workspace must not be able to redirect signed requests).
 * Damaged rows are left out.
 */
export function createProfileStore(state: Memento): ProfileStore {
  const changed: Emitter<void> = createEmitter();
  /** Of this window, by profile. */
  const regions = new Map<string, string>();
  let activeId = state.get(activeKey, '');
  const all = (): readonly Profile[] => {
    const stored = state.get<unknown>(profilesKey);
    const profiles = Array.isArray(stored) ? stored.flatMap(readProfile) : [];
    for (const { id, regionCode } of profiles) if (!regions.has(id)) regions.set(id, regionCode);
    return profiles.map((profile) => ({ ...profile, regionCode: regions.get(profile.id) ?? profile.regionCode }));
  };
  let told = JSON.stringify(all());
  const tell = (): void => {
    told = JSON.stringify(all());
    changed.fire();
  };
  const get = (id: string): Profile | undefined => all().find((profile) => profile.id === id);
  return {
    onDidChange: changed.event,
    all,
    get,
    active: () => get(activeId) ?? all()[0],
    async save(profile) {
      if (get(profile.id)) return;
      await state.update(profilesKey, [...all(), profile]);
      tell();
    },
    async update(id, change) {
      const now = get(id);
      if (!now) return undefined;
      const next = change(now);
      regions.set(id, next.regionCode);
      await state.update(
        profilesKey,
        all().map((profile) => (profile.id === id ? next : profile)),
      );
      tell();
      return next;
    },
    async remove(id) {
      await state.update(
        profilesKey,
        all().filter((profile) => profile.id !== id),
      );
      regions.delete(id);
      tell();
    },
    async activate(id) {
      activeId = id;
      await state.update(activeKey, id);
      tell();
    },
    follow() {
      if (JSON.stringify(all()) !== told) tell();
    },
    dispose: () => changed.dispose(),
  };
}

function readProfile(row: unknown): Profile[] {
  const { success, output } = v.safeParse(storedProfile, row);
  return success ? [output as Profile] : [];
}
