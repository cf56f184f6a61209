import type { Event } from 'vscode';
import type { AccessControlGroup } from '../../model/accessControlGroup';
import type { Network } from '../../model/network';
import { createAddressIndex, type AddressIndex, type IndexedNetwork } from '../../search/addressIndex';
import { createEmitter } from '../../session/emitter';
import type { NetworkStore } from '../../session/networkStore';
import { scopeKey, type Scope } from '../../session/scope';
import type { Readers } from '../../session/regionReader';
import type { ScopeStore } from '../../session/scopeStore';

type Networks = Pick<NetworkStore, 'state' | 'load'>;

/** A region that nothing was ever read of; with an error when it was tried. */
export interface MissingRegion {
  readonly scope: Scope;
  readonly error?: unknown;
}

/** Everything that was read of the regions shown, ready to be searched; it grows while regions arrive. */
export interface ShownIndex {
  readonly onDidGrow: Event<undefined>;
  index(): AddressIndex;
  missing(): readonly MissingRegion[];
  dispose(): void;
}

/** Opens at once on what is there, of any age; `narrow` leaves a part of each network. What was never read is read meanwhile: no region waits for another. */
export function openShownIndex(
  {
    scopes,
    networks,
    readers,
  }: {
    readonly scopes: Pick<ScopeStore, 'shown'>;
    readonly networks: Networks & Pick<NetworkStore, 'onDidChange'>;
    readonly readers: Pick<Readers, 'open'>;
  },
  narrow: (network: Network) => Network = (network) => network,
): ShownIndex {
  const groups = new Map<string, readonly AccessControlGroup[]>();
  const ended = new AbortController();
  const indexNow = (previous?: AddressIndex): AddressIndex =>
    createAddressIndex(
      readOf(networks, scopes.shown(), groups).map((one) => ({ ...one, network: narrow(one.network) })),
      previous,
    );
  const grew = createEmitter<undefined>();
  const parts = (): readonly unknown[] =>
    scopes.shown().map((scope) => {
      const state = networks.state(scope);
      return state.last ? state.last.network : state.kind;
    });
  for (const scope of scopes.shown()) {
    if (!networks.state(scope).last) void networks.load(scope).catch(() => undefined);
  }
  /** Interfaces carry the numbers of their ACGs only; without the names, or the right to read them, the numbers are found. */
  const nameGroups = async (scope: Scope): Promise<void> => {
    try {
      const reader = await readers.open(scope);
      groups.set(scopeKey(scope), await reader.groups(ended.signal));
    } catch {
      return;
    }
    if (ended.signal.aborted) return;
    index = indexNow(index);
    grew.fire(undefined);
  };
  let drawn = parts();
  let index = indexNow();
  for (const scope of scopes.shown()) void nameGroups(scope);
  const subscription = networks.onDidChange(() => {
    const now = parts();
    if (now.length === drawn.length && now.every((part, at) => part === drawn[at])) return;
    drawn = now;
    index = indexNow(index);
    grew.fire(undefined);
  });
  return {
    onDidGrow: grew.event,
    index: () => index,
    missing: () =>
      scopes.shown().flatMap((scope): MissingRegion[] => {
        const state = networks.state(scope);
        if (state.last) return [];
        return [{ scope, error: state.kind === 'failed' ? state.error : undefined }];
      }),
    dispose() {
      ended.abort();
      subscription.dispose();
      grew.dispose();
    },
  };
}

/** The index of these regions; what was never read of them is read first, and one that cannot be is passed over. */
export async function indexOf(networks: Networks, scopes: readonly Scope[]): Promise<AddressIndex> {
  const unread = scopes.filter((scope) => !networks.state(scope).last);
  await Promise.allSettled(unread.map((scope) => networks.load(scope)));
  return createAddressIndex(readOf(networks, scopes));
}

function readOf(
  networks: Pick<NetworkStore, 'state'>,
  scopes: readonly Scope[],
  groups: ReadonlyMap<string, readonly AccessControlGroup[]> = new Map(),
): IndexedNetwork[] {
  return scopes.flatMap((scope) => {
    const state = networks.state(scope);
    return state.last
      ? [{ profile: scope.profile, network: state.last.network, groups: groups.get(scopeKey(scope)) }]
      : [];
  });
}
