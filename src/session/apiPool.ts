import { haveEnded, type Credentials } from '../api/credentials';
import type { Logger } from '../api/logger';
import type { ApiConfig, NcloudApi } from '../api/ncloudApi';
import type { CredentialStore } from './keys/credentialStore';
import { endpointOf, type Endpoint, type Profile } from './profile';
import { isMissingKeys, MissingKeysError } from './keys/missingKeys';
import type { SandboxDoor } from './sandboxDoor';

/** A client that a change works with to its end, whatever becomes of its profile meanwhile. */
export interface ApiLease {
  readonly api: NcloudApi;
  /** Whether the profile's keys are still the ones that this client signs with. */
  isCurrent(): Promise<boolean>;
  /** Done: a client whose profile went away meanwhile goes now. */
  release(): void;
}

/** One client per profile and pair of keys, made on first use. A client signs with the keys it was made with, and no others. */
export interface ApiPool {
  /** Throws MissingKeysError, or what starting the sandbox throws. */
  get(profile: Profile): Promise<NcloudApi>;
  /** The client of `get`, kept until it is released. Throws the same. */
  lease(profile: Profile): Promise<ApiLease>;
  /** A client for keys that are not saved yet; dispose it. */
  probe(endpoint: Endpoint, credentials: Credentials): Promise<NcloudApi>;
  /** New clients from now on, with the settings as they are now; calls under way end as they began. */
  renew(): void;
  /** Forgets the profile's client and cancels its calls, those of a leased one when it is released. */
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
  readonly tuning: () => Pick<ApiConfig, 'requestsPerSecond' | 'timeoutMs' | 'pacing'>;
}

interface Client {
  readonly api: Promise<NcloudApi>;
  /** What it signs with; absent for the sandbox, which brings its own. */
  readonly keys: Credentials | undefined;
  leases: number;
  isDropped: boolean;
}

/** A pool without clients yet. */
export function createApiPool(deps: ApiPoolDeps): ApiPool {
  const clients = new Map<string, Client>();
  /** Every client that may still have calls under way, also those that others took the place of. */
  const living = new Set<Client>();

  const configure = (endpoint: Endpoint, credentials: Credentials): Promise<NcloudApi> =>
    deps.createApi({
      ...endpoint,
      credentials: () => Promise.resolve(credentials),
      now: deps.now,
      log: deps.log,
      ...deps.tuning(),
    });

  async function readKeys(profile: Profile): Promise<Credentials> {
    const found = await deps.credentials.read(profile.id).catch((): never => {
      // Not what the storage says: it may quote what it holds.
      throw new MissingKeysError(profile, 'unreadable');
    });
    if (!found) throw new MissingKeysError(profile);
    return found;
  }

  async function connect(profile: Profile, keys: Credentials | undefined): Promise<NcloudApi> {
    const endpoint = endpointOf(profile);
    if (keys && endpoint) return configure(endpoint, keys);
    if (profile.site !== 'sandbox') throw new Error(`Profile ${profile.name} names no gateway.`);
    const running = await deps.sandbox.open();
    return configure({ gatewayUrl: running.url, stsUrl: running.url }, running);
  }

  function end(client: Client): void {
    living.delete(client);
    client.api.then(
      (api) => api.dispose(),
      () => undefined,
    );
  }

  function drop(profileId: string): void {
    const client = clients.get(profileId);
    clients.delete(profileId);
    if (!client) return;
    client.isDropped = true;
    if (client.leases === 0) end(client);
  }

  async function clientOf(profile: Profile): Promise<Client> {
    // Asked each time: other keys mean another client, and keys that have ended are said to have ended, not to be wrong.
    const keys = profile.site === 'sandbox' ? undefined : await readKeys(profile);
    if (keys && haveEnded(keys, deps.now())) throw new MissingKeysError(profile, 'ended');
    const known = clients.get(profile.id);
    if (known && isSame(known.keys, keys) && known.keys?.expiresAt === keys?.expiresAt) return known;
    const client: Client = { api: connect(profile, keys), keys, leases: 0, isDropped: false };
    clients.set(profile.id, client);
    living.add(client);
    client.api.catch(() => {
      living.delete(client);
      if (clients.get(profile.id) === client) clients.delete(profile.id);
    });
    return client;
  }

  /** A storage that cannot be read replaced nothing. */
  async function isCurrent(profile: Profile, keys: Credentials | undefined): Promise<boolean> {
    if (!keys) return true;
    try {
      return isSame(keys, await readKeys(profile));
    } catch (error) {
      return isMissingKeys(error) && error.reason === 'unreadable';
    }
  }

  return {
    get: async (profile) => (await clientOf(profile)).api,
    async lease(profile) {
      const client = await clientOf(profile);
      client.leases++;
      let isHeld = true;
      const release = (): void => {
        if (isHeld && --client.leases === 0 && client.isDropped) end(client);
        isHeld = false;
      };
      try {
        return {
          api: await client.api,
          isCurrent: () => isCurrent(profile, client.keys),
          release,
        };
      } catch (error) {
        release();
        throw error;
      }
    },
    probe: configure,
    renew: () => clients.clear(),
    drop,
    dispose() {
      clients.clear();
      for (const client of [...living]) end(client);
    },
  };
}

function isSame(a: Credentials | undefined, b: Credentials | undefined): boolean {
  return a?.accessKey === b?.accessKey && a?.secretKey === b?.secretKey;
}
