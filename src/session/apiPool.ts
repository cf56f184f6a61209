import type { Credentials } from '../api/credentials';
import type { Logger } from '../api/logger';
import type { ApiConfig, NcloudApi } from '../api/ncloudApi';
import type { CredentialStore } from './credentialStore';
import { endpointOf, type Endpoint, type Profile } from './profile';
import type { SandboxDoor } from './sandboxDoor';

/** A profile's keys are not to be had on this machine: the user has to give them again. */
export class MissingKeysError extends Error {
  constructor(
    readonly profile: Profile,
    /** `ended`: temporary keys are over. `unreadable`: the secret storage fails. */
    readonly reason: 'absent' | 'ended' | 'unreadable' = 'absent',
  ) {
    super(`No keys for profile ${profile.name}`);
    this.name = 'MissingKeysError';
  }
}

/** One client per profile, made on first use. */
export interface ApiPool {
  /** Throws MissingKeysError, or what starting the sandbox throws. */
  get(profile: Profile): Promise<NcloudApi>;
  /** A client for keys that are not saved yet; dispose it. */
  probe(endpoint: Endpoint, credentials: Credentials): Promise<NcloudApi>;
  /** New clients from now on, with the settings as they are now; calls under way end as they began. */
  renew(): void;
  /** Cancels the profile's calls and forgets its client. */
  drop(profileId: string): void;
  dispose(): void;
}

/** What the clients are made of. */
export interface ApiPoolDeps {
  /** Opens the bundle with axios in it; only now is it loaded. */
  readonly createApi: (config: ApiConfig) => Promise<NcloudApi>;
  readonly credentials: CredentialStore;
  readonly sandbox: SandboxDoor;
  readonly log: Logger;
  readonly now: () => number;
  readonly tuning: () => Pick<ApiConfig, 'requestsPerSecond' | 'timeoutMs'>;
}

/** A pool without clients yet. */
export function createApiPool(deps: ApiPoolDeps): ApiPool {
  const clients = new Map<string, Promise<NcloudApi>>();

  const configure = (endpoint: Endpoint, credentials: () => Promise<Credentials>): Promise<NcloudApi> =>
    deps.createApi({ ...endpoint, credentials, now: deps.now, log: deps.log, ...deps.tuning() });

  /** Ended ones too: a client that is there says itself that they have ended. */
  async function readKeys(profile: Profile): Promise<Credentials> {
    const found = await deps.credentials.read(profile.id).catch((): never => {
      // Not what the storage says: it may quote what it holds.
      throw new MissingKeysError(profile, 'unreadable');
    });
    if (!found) throw new MissingKeysError(profile);
    return found;
  }

  async function connect(profile: Profile): Promise<NcloudApi> {
    const endpoint = endpointOf(profile);
    if (!endpoint) {
      const running = await deps.sandbox.open();
      return configure({ gatewayUrl: running.url, stsUrl: running.url }, () => Promise.resolve(running));
    }
    return configure(endpoint, () => readKeys(profile));
  }

  function drop(profileId: string): void {
    const client = clients.get(profileId);
    clients.delete(profileId);
    client?.then(
      (api) => api.dispose(),
      () => undefined,
    );
  }

  return {
    async get(profile) {
      // Asked each time: keys that have ended are said to have ended, not to be wrong.
      if (profile.site !== 'sandbox') {
        const { expiresAt } = await readKeys(profile);
        if (expiresAt !== undefined && expiresAt <= deps.now()) throw new MissingKeysError(profile, 'ended');
      }
      const known = clients.get(profile.id);
      if (known) return known;
      const client = connect(profile);
      clients.set(profile.id, client);
      client.catch(() => {
        if (clients.get(profile.id) === client) clients.delete(profile.id);
      });
      return client;
    },
    probe: (endpoint, credentials) => configure(endpoint, () => Promise.resolve(credentials)),
    renew: () => clients.clear(),
    drop,
    dispose() {
      for (const id of [...clients.keys()]) drop(id);
    },
  };
}
