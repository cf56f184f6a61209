import type { Network } from '../../model/network';
import type { NetworkStore } from '../../session/networkStore';
import type { Scope } from '../../session/scope';
import { createNamer, type Namer } from '../../words/namer';

/** What names are made of. */
export type Named = Pick<Network, 'interface' | 'serverOf' | 'hasNamesake'>;

const unread: Named = { interface: () => undefined, serverOf: () => undefined, hasNamesake: () => false };

/** What was last read of the scope, however long ago; nothing is known before. */
export function knownNetwork(networks: Pick<NetworkStore, 'state'>, scope: Scope): Named {
  const state = networks.state(scope);
  return state.last ? state.last.network : unread;
}

/** Names interfaces by what was last read of the scope. */
export function namerOf(networks: Pick<NetworkStore, 'state'>, scope: Scope): Namer {
  return createNamer(knownNetwork(networks, scope));
}
