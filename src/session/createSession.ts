import type { Memento, SecretStorage } from 'vscode';
import type { Clock } from '../change/applyDeps';
import type { InterfaceHolds } from '../change/interfaceHolds';
import { createApiPool, type ApiPool, type ApiPoolDeps } from './apiPool';
import { createCredentialStore, type CredentialStore } from './keys/credentialStore';
import type { DisposableStore } from './disposableStore';
import { createFreshAddresses, type FreshAddresses } from './freshAddresses';
import { createGroupNames, type GroupNames } from './groupNames';
import { createGuestSystems, type GuestSystems } from './guestSystems';
import type { History } from './journal/history';
import { createHistoryFilters, type HistoryFilters } from './journal/historyFilter';
import type { JournalArchive } from './journal/journalArchive';
import { createKeyEnds, type KeyEnds } from './keys/keyEnds';
import { createLastResult, type LastResult } from './lastResult';
import { createDisplayStore, type DisplayStore } from './displayStore';
import type { KeptReadings } from './readings/keptReadings';
import { createNetworkStore, type NetworkStore } from './networkStore';
import { createProfileStore, type ProfileStore } from './profileStore';
import { createReservations, type Reservations } from './reservations';
import type { SandboxDoor } from './sandboxDoor';
import { createReaders, type Readers } from './regionReader';
import { createScopeStore, type ScopeStore } from './scopeStore';

/** The journal as this window has it. */
export interface JournalAccess {
  readonly history: History;
  readonly archive: JournalArchive;
  readonly holds: InterfaceHolds;
  /** Where the history's files are. */
  readonly journalFolder: string;
}

/** Everything that lives as long as a window and needs none: what is known, who is asked, and the rules between them. */
export interface Session extends JournalAccess {
  readonly profiles: ProfileStore;
  readonly credentials: CredentialStore;
  readonly keyEnds: KeyEnds;
  readonly apis: ApiPool;
  readonly networks: NetworkStore;
  readonly readers: Readers;
  /** What open files keep for somebody. */
  readonly reservations: Reservations;
  readonly scopes: ScopeStore;
  readonly displays: DisplayStore;
  readonly guestSystems: GuestSystems;
  readonly groupNames: GroupNames;
  readonly historyFilters: HistoryFilters;
  /** What became of the last change. */
  readonly lastResult: LastResult;
  /** The addresses it brought. */
  readonly fresh: FreshAddresses;
  readonly sandbox: SandboxDoor;
  readonly clock: Clock;
}

/** What a session is built on. */
export interface SessionDeps extends Pick<ApiPoolDeps, 'createApi' | 'tuning' | 'log'> {
  readonly state: Memento;
  readonly secrets: SecretStorage;
  readonly sandbox: SandboxDoor;
  readonly clock: Clock;
  readonly journal: JournalAccess;
  /** What was read in earlier windows. */
  readonly readings?: KeptReadings;
}

/** Builds the stores in the order of dependence; `store` disposes of them in reverse. */
export function createSession(deps: SessionDeps, store: DisposableStore): Session {
  const { state, sandbox, clock, journal } = deps;
  const now = (): number => clock.now();
  const credentials = store.add(createCredentialStore(deps.secrets));
  const profiles = store.add(createProfileStore(state));
  const apis = store.add(createApiPool({ ...deps, credentials, now }));
  const networks = store.add(createNetworkStore(apis, now, deps.readings));
  const groupNames = createGroupNames();
  const session: Session = {
    ...journal,
    profiles,
    credentials,
    keyEnds: store.add(createKeyEnds(credentials, now)),
    apis,
    networks,
    readers: createReaders(apis, networks, groupNames),
    reservations: store.add(createReservations(networks)),
    scopes: store.add(createScopeStore(state, profiles)),
    displays: store.add(createDisplayStore(state)),
    guestSystems: createGuestSystems(state),
    groupNames,
    historyFilters: store.add(createHistoryFilters()),
    lastResult: store.add(createLastResult()),
    fresh: store.add(createFreshAddresses(clock)),
    sandbox,
    clock,
  };
  keepInStep(session, store);
  return session;
}

/** Other keys or another endpoint mean another client, and what was read with the old one goes. */
function keepInStep(session: Session, store: DisposableStore): void {
  const { profiles, credentials, apis, networks, scopes, sandbox } = session;
  let known = new Map(profiles.all().map((profile) => [profile.id, profile]));
  store.add(
    profiles.onDidChange(() => {
      const next = new Map(profiles.all().map((profile) => [profile.id, profile]));
      for (const [id, was] of known) {
        const is = next.get(id);
        if (is?.site === was.site && is.gatewayUrl === was.gatewayUrl) continue;
        apis.drop(id);
        networks.forget(id);
      }
      known = next;
      networks.cancelHidden(scopes.shown());
    }),
  );
  store.add(
    credentials.onDidChange((profileId) => {
      // Not dropped: a change under way ends as it began, and the next attempt signs with the new keys.
      apis.renew();
      networks.forget(profileId);
    }),
  );
  store.add(
    sandbox.onDidStop(() => {
      for (const { id, site } of profiles.all()) if (site === 'sandbox') apis.drop(id);
    }),
  );
}
