import type { Event } from 'vscode';
import type { Network } from '../model/network';
import { createAddressIndex, type AddressIndex, type IndexedNetwork } from '../search/addressIndex';
import { createEmitter } from '../session/emitter';
import type { NetworkStore, Scope } from '../session/networkStore';
import type { ScopeStore } from '../session/scopeStore';

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
  }: {
    readonly scopes: Pick<ScopeStore, 'shown'>;
    readonly networks: Networks & Pick<NetworkStore, 'onDidChange'>;
  },
  narrow: (network: Network) => Network = (network) => network,
): ShownIndex {
  const indexNow = (previous?: AddressIndex): AddressIndex =>
    createAddressIndex(
      readOf(networks, scopes.shown()).map(({ profile, network }) => ({ profile, network: narrow(network) })),
      previous,
    );
  const grew = createEmitter<undefined>();
  const parts = (): readonly unknown[] =>
    scopes.shown().map((scope) => {
      const state = networks.state(scope);
      return 'last' in state ? state.last.network : state.kind;
    });
  for (const scope of scopes.shown()) {
    if (!('last' in networks.state(scope))) void networks.load(scope).catch(() => undefined);
  }
  let drawn = parts();
  let index = indexNow();
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
        if ('last' in state) return [];
        return [{ scope, ...(state.kind === 'failed' && { error: state.error }) }];
      }),
    dispose() {
      subscription.dispose();
      grew.dispose();
    },
  };
}

/** The index of these regions; what was never read of them is read first, and one that cannot be is passed over. */
export async function indexOf(networks: Networks, scopes: readonly Scope[]): Promise<AddressIndex> {
  const unread = scopes.filter((scope) => !('last' in networks.state(scope)));
  await Promise.allSettled(unread.map((scope) => networks.load(scope)));
  return createAddressIndex(readOf(networks, scopes));
}

function readOf(networks: Pick<NetworkStore, 'state'>, scopes: readonly Scope[]): IndexedNetwork[] {
  return scopes.flatMap((scope) => {
    const state = networks.state(scope);
    return 'last' in state ? [{ profile: scope.profile, network: state.last.network }] : [];
  });
}
