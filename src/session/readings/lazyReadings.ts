import type { KeptReadings } from './keptReadings';

/** Opens the real ones with the first question: nothing of them is loaded before a region is read. */
export function lazyReadings(open: () => Promise<KeptReadings>): KeptReadings {
  let opened: Promise<KeptReadings> | undefined;
  const readings = (): Promise<KeptReadings> => (opened ??= open());
  return {
    read: async (scope) => (await readings()).read(scope),
    keep: async (scope, reading) => (await readings()).keep(scope, reading),
    forget: async (profileId) => (await readings()).forget(profileId),
  };
}
