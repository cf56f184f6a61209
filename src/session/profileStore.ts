import type { Event, Memento } from 'vscode';
import { createEmitter, type Emitter } from './emitter';
import { isAllowedGateway, type Profile } from './profile';

/** The profiles of this installation and which one is looked at. */
export interface ProfileStore {
  readonly onDidChange: Event<void>;
  all(): readonly Profile[];
  active(): Profile | undefined;
  get(id: string): Profile | undefined;
  /** Adds or replaces by id. */
  save(profile: Profile): Promise<void>;
  remove(id: string): Promise<void>;
  activate(id: string): Promise<void>;
  dispose(): void;
}

const profilesKey = 'ncloudIp.profiles';
const activeKey = 'ncloudIp.activeProfile';
const sites = ['public', 'gov', 'fin', 'sandbox', 'custom'];

/** Keeps profiles in extension state (never in settings: a workspace must not be able to redirect signed requests). Damaged rows are left out. */
export function createProfileStore(state: Memento): ProfileStore {
  const changed: Emitter<void> = createEmitter();
  const all = (): readonly Profile[] => {
    const stored = state.get<unknown>(profilesKey);
    return Array.isArray(stored) ? stored.filter(isProfile) : [];
  };
  const get = (id: string): Profile | undefined => all().find((profile) => profile.id === id);
  return {
    onDidChange: changed.event,
    all,
    get,
    active: () => get(state.get(activeKey, '')) ?? all()[0],
    async save(profile) {
      const rest = all();
      const known = rest.some(({ id }) => id === profile.id);
      await state.update(
        profilesKey,
        known ? rest.map((other) => (other.id === profile.id ? profile : other)) : [...rest, profile],
      );
      changed.fire();
    },
    async remove(id) {
      await state.update(
        profilesKey,
        all().filter((profile) => profile.id !== id),
      );
      changed.fire();
    },
    async activate(id) {
      await state.update(activeKey, id);
      changed.fire();
    },
    dispose: () => changed.dispose(),
  };
}

function isProfile(value: unknown): value is Profile {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, site, regionCode, gatewayUrl } = value as Record<keyof Profile, unknown>;
  if (![id, name, site, regionCode].every((field) => typeof field === 'string' && field !== '')) return false;
  if (!sites.includes(site as string)) return false;
  return site !== 'custom' || (typeof gatewayUrl === 'string' && isAllowedGateway(gatewayUrl));
}
