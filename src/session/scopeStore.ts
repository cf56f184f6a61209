import type { Event, Memento } from 'vscode';
import { createEmitter, type Emitter } from './emitter';
import type { Scope } from './scope';
import type { ProfileStore } from './profileStore';

/** A pinned region of a profile, as it is kept. */
interface Pin {
  readonly profile: string;
  readonly regionCode: string;
}

/** What the tree shows: the region looked at, and every region that is pinned, of any profile. */
export interface ScopeStore {
  readonly onDidChange: Event<void>;
  /** Pinned ones in the order of profiles; the active one is always among them. */
  shown(): readonly Scope[];
  pinned(): readonly Scope[];
  pin(scopes: readonly Scope[]): Promise<void>;
  dispose(): void;
}

const key = 'ncloudIp.pinned';

/** Pins in the state of the extension, as they were when this window began: what another one pins is its business. */
export function createScopeStore(state: Memento, profiles: Pick<ProfileStore, 'all' | 'active'>): ScopeStore {
  const changed: Emitter<void> = createEmitter();
  const stored = state.get<unknown>(key);
  let pins: readonly Pin[] = Array.isArray(stored) ? stored.filter(isPin) : [];
  /** A pin of a removed profile is passed over: it may come back with an import. */
  const pinned = (): Scope[] =>
    profiles
      .all()
      .flatMap((profile) =>
        pins.filter((pin) => pin.profile === profile.id).map(({ regionCode }) => ({ profile, regionCode })),
      );
  return {
    onDidChange: changed.event,
    pinned,
    shown() {
      const active = profiles.active();
      const scopes = pinned();
      if (!active || scopes.some((s) => s.profile.id === active.id && s.regionCode === active.regionCode))
        return scopes;
      const at = profiles.all().findIndex(({ id }) => id === active.id);
      const before = scopes.filter(({ profile }) => profiles.all().findIndex(({ id }) => id === profile.id) < at);
      return [...before, { profile: active, regionCode: active.regionCode }, ...scopes.slice(before.length)];
    },
    async pin(scopes) {
      pins = scopes.map(({ profile, regionCode }): Pin => ({ profile: profile.id, regionCode }));
      await state.update(key, pins);
      changed.fire();
    },
    dispose: () => changed.dispose(),
  };
}

function isPin(value: unknown): value is Pin {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Pin).profile === 'string' &&
    typeof (value as Pin).regionCode === 'string'
  );
}
