import type { Memento } from 'vscode';

/** Remembers which operating system was chosen for a server, by its id in src/guest. */
export interface GuestSystems {
  get(profileId: string, serverNo: string): string | undefined;
  set(profileId: string, serverNos: readonly string[], system: string): Promise<void>;
}

const key = 'ncloudIp.guestSystems';
/** So many servers are remembered, those that were chosen for last. */
const most = 500;

/** In the state of the extension; what is not understood there is forgotten. */
export function createGuestSystems(state: Memento): GuestSystems {
  const all = (): Readonly<Record<string, unknown>> => {
    const stored = state.get<unknown>(key);
    return typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  };
  const nameOf = (profileId: string, serverNo: string): string => `${profileId} ${serverNo}`;
  return {
    get(profileId, serverNo) {
      const name = nameOf(profileId, serverNo);
      const stored = Object.hasOwn(all(), name) ? all()[name] : undefined;
      return typeof stored === 'string' ? stored : undefined;
    },
    async set(profileId, serverNos, system) {
      const chosen = serverNos.map((serverNo): [string, unknown] => [nameOf(profileId, serverNo), system]);
      const names = new Set(chosen.map(([name]) => name));
      const others = Object.entries(all()).filter(([name]) => !names.has(name));
      await state.update(key, Object.fromEntries([...others, ...chosen].slice(-most)));
    },
  };
}
