import { onTestFinished } from 'vitest';
import { createApi } from '../../src/api/createApi';
import type { NcloudApi } from '../../src/api/ncloudApi';
import type { SandboxOptions } from '../../src/sandbox/sandboxOptions';
import type { ApiPool } from '../../src/session/apiPool';
import { createCredentialStore, type CredentialStore } from '../../src/session/keys/credentialStore';
import { createFreshAddresses, type FreshAddresses } from '../../src/session/freshAddresses';
import { createKeyEnds, type KeyEnds } from '../../src/session/keys/keyEnds';
import { createDisplayStore, type DisplayStore } from '../../src/session/displayStore';
import { createNetworkStore, type NetworkStore } from '../../src/session/networkStore';
import type { Profile } from '../../src/session/profile';
import { createProfileStore, type ProfileStore } from '../../src/session/profileStore';
import { createScopeStore, type ScopeStore } from '../../src/session/scopeStore';
import { NetworkTree } from '../../src/tree/networkTree';
import { buildInterface, buildSubnet, buildVpc } from './buildNetwork';
import { buildProfile } from './buildProfile';
import { fakeApi } from './fakeApi';
import { memoryMemento } from './memoryMemento';
import { memorySecrets } from './memorySecrets';
import { recordLog } from './recordLog';
import { startTestSandbox, type TestSandbox } from './sandbox';

/** The Network view without its widget, on real stores. */
export interface NetworkTreeBench {
  readonly tree: NetworkTree;
  readonly networks: NetworkStore;
  readonly profiles: ProfileStore;
  readonly scopes: ScopeStore;
  readonly displays: DisplayStore;
  readonly credentials: CredentialStore;
  readonly keyEnds: KeyEnds;
  readonly fresh: FreshAddresses;
}

/** Looks at one profile; what it reads comes from `get`. Noon on 5 January 2026, local time, whenever it reads. */
export async function openNetworkTree(
  get: ApiPool['get'],
  profile: Profile = buildProfile(),
  createNetworks: (now: () => number) => NetworkStore = (now) => createNetworkStore({ get }, now),
): Promise<NetworkTreeBench> {
  const state = memoryMemento();
  const profiles = createProfileStore(state);
  await profiles.save(profile);
  const noon = (): number => new Date(2026, 0, 5, 12).getTime();
  const networks = createNetworks(noon);
  const scopes = createScopeStore(state, profiles);
  const displays = createDisplayStore(state);
  const credentials = createCredentialStore(memorySecrets());
  const keyEnds = createKeyEnds(credentials, noon);
  const fresh = createFreshAddresses({ sleep: () => new Promise(() => undefined) });
  const tree = new NetworkTree({ networks, scopes, displays, keyEnds, fresh });
  onTestFinished(() => {
    tree.dispose();
    networks.dispose();
  });
  return { tree, networks, profiles, scopes, displays, credentials, keyEnds, fresh };
}

/** Looks at one subnet with one interface; `methods` answer in the place of what they are named. */
export function openSmallTree(methods: Partial<NcloudApi> = {}): Promise<NetworkTreeBench> {
  const small: Partial<NcloudApi> = {
    getVpcList: () => Promise.resolve([buildVpc()]),
    getSubnetList: () => Promise.resolve([buildSubnet()]),
    getNetworkInterfaceList: () => Promise.resolve([buildInterface({ secondaryIpList: ['10.0.10.20'] })]),
  };
  return openNetworkTree(() => Promise.resolve(fakeApi({ ...small, ...methods })));
}

/** A sandbox with a client of its own; both end with the test. */
export async function openSandboxApi(
  options: SandboxOptions = {},
): Promise<{ readonly api: NcloudApi; readonly sandbox: TestSandbox }> {
  const sandbox = await startTestSandbox(options);
  const api = createApi({
    gatewayUrl: sandbox.url,
    stsUrl: sandbox.url,
    credentials: () => Promise.resolve(sandbox),
    now: () => Date.now(),
    log: recordLog(),
    requestsPerSecond: 50,
  });
  onTestFinished(async () => {
    api.dispose();
    await sandbox.close();
  });
  return { api, sandbox };
}
