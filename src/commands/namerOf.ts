import type { NetworkStore, Scope } from '../session/networkStore';
import { createNamer, type Namer } from '../ui/namer';

/** Names interfaces by what was last read of the scope, however long ago. */
export function namerOf(networks: Pick<NetworkStore, 'state'>, scope: Scope): Namer {
  const state = networks.state(scope);
  const network = 'last' in state ? state.last.network : undefined;
  return createNamer(network ?? { interface: () => undefined, serverOf: () => undefined });
}
