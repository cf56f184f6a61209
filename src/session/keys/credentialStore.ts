import type { Event, SecretStorage } from 'vscode';
import type { Credentials } from '../../api/credentials';
import { createEmitter } from '../emitter';

/** Key pairs by profile id. Kept in SecretStorage, or in memory only when the machine has no keyring and the user chose that. */
export interface CredentialStore {
  /** Fires the profile id, also for changes made in another window. */
  readonly onDidChange: Event<string>;
  /** Undefined when there is none, or when what is stored is damaged. Throws what SecretStorage throws (locked keyring). */
  read(profileId: string): Promise<Credentials | undefined>;
  /** Throws what SecretStorage throws (no keyring, locked keyring). */
  write(profileId: string, credentials: Credentials): Promise<void>;
  /** For this session only: gone when the window closes. */
  remember(profileId: string, credentials: Credentials): void;
  remove(profileId: string): Promise<void>;
  dispose(): void;
}

const prefix = 'ncloudIp.credentials.';

/** A versioned envelope, so that a later version can tell what it reads. */
interface Envelope extends Credentials {
  readonly version: 1;
}

/** Keys in the secret storage of VS Code, and those that live only as long as the window. */
export function createCredentialStore(secrets: SecretStorage): CredentialStore {
  const changed = createEmitter<string>();
  const remembered = new Map<string, Credentials>();
  const subscription = secrets.onDidChange(({ key }) => {
    if (key.startsWith(prefix)) changed.fire(key.slice(prefix.length));
  });
  return {
    onDidChange: changed.event,
    async read(profileId) {
      return remembered.get(profileId) ?? parse(await secrets.get(prefix + profileId));
    },
    async write(profileId, credentials) {
      const envelope: Envelope = { version: 1, ...credentials };
      await secrets.store(prefix + profileId, JSON.stringify(envelope));
      // The storage may have told of it already, while the remembered ones still counted.
      if (remembered.delete(profileId)) changed.fire(profileId);
    },
    remember(profileId, credentials) {
      remembered.set(profileId, credentials);
      changed.fire(profileId);
    },
    async remove(profileId) {
      remembered.delete(profileId);
      await secrets.delete(prefix + profileId);
    },
    dispose() {
      subscription.dispose();
      changed.dispose();
      remembered.clear();
    },
  };
}

function parse(text: string | undefined): Credentials | undefined {
  if (text === undefined) return undefined;
  try {
    const { version, accessKey, secretKey, expiresAt } = JSON.parse(text) as Partial<Envelope>;
    if (version !== 1 || typeof accessKey !== 'string' || typeof secretKey !== 'string') return undefined;
    return { accessKey, secretKey, ...(typeof expiresAt === 'number' && { expiresAt }) };
  } catch {
    return undefined;
  }
}
