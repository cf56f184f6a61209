import { isDeepStrictEqual } from 'node:util';
import type { Event } from 'vscode';
import { haveEnded } from '../../api/credentials';
import type { CredentialStore } from './credentialStore';
import { createEmitter, type Emitter } from '../emitter';

/** When temporary keys end (epoch ms), and whether that was over when they were last looked at. */
export interface KeyEnd {
  readonly at: number;
  readonly isOver: boolean;
}

/** When the keys of profiles end, known without waiting for the secret storage. */
export interface KeyEnds {
  /** An end became known, has come, or is another one. */
  readonly onDidChange: Event<void>;
  /** Undefined for lasting keys, and for those that were not looked at or could not be read. */
  get(profileId: string): KeyEnd | undefined;
  /** Looks at the keys of these profiles as they are now; what is known of others is forgotten. Never throws. */
  look(profileIds: readonly string[]): Promise<void>;
  dispose(): void;
}

/** Nothing is read before somebody looks; `now` is in epoch ms. */
export function createKeyEnds(credentials: Pick<CredentialStore, 'read'>, now: () => number): KeyEnds {
  const changed: Emitter<void> = createEmitter();
  let known: ReadonlyMap<string, KeyEnd> = new Map();
  let looks = 0;
  return {
    onDidChange: changed.event,
    get: (profileId) => known.get(profileId),
    async look(profileIds) {
      const look = ++looks;
      const ends = await Promise.all(
        profileIds.map(async (id): Promise<[string, number | undefined]> => {
          const keys = await credentials.read(id).catch(() => undefined);
          return [id, keys?.expiresAt];
        }),
      );
      // Looked at again meanwhile: what this look read may be older.
      if (look !== looks) return;
      const next = new Map(
        ends.flatMap(([id, at]): [string, KeyEnd][] =>
          at === undefined ? [] : [[id, { at, isOver: haveEnded({ expiresAt: at }, now()) }]],
        ),
      );
      if (isDeepStrictEqual(next, known)) return;
      known = next;
      changed.fire();
    },
    dispose: () => changed.dispose(),
  };
}
