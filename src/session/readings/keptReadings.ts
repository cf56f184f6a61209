import type { LoadedNetwork } from '../loadNetwork';
import type { Scope } from '../scope';

/** A region to look at while it is read: as much as came so far, or what was read in an earlier window. Nothing is planned on it. */
export interface Preview {
  readonly network: LoadedNetwork['network'];
  /** When it was read (epoch ms); absent while its interfaces are still to come. */
  readonly readAt?: number;
}

/** A region that was read whole, without gaps. */
export interface WholeReading extends Pick<LoadedNetwork, 'network'> {
  readonly readAt: number;
}

/** What regions held when they were read last, over restarts. No keys are in it. */
export interface KeptReadings {
  /** Undefined when nothing was kept, or nothing that can be read. Never rejects. */
  read(scope: Scope): Promise<WholeReading | undefined>;
  /** Keeps it in place of the one before. Never rejects: what cannot be kept is read again. */
  keep(scope: Scope, reading: WholeReading): Promise<void>;
  /** Removes what was read through a profile: other keys may be another account's. Never rejects. */
  forget(profileId: string): Promise<void>;
}

/** Keeps nothing. */
export const noReadings: KeptReadings = {
  read: () => Promise.resolve(undefined),
  keep: () => Promise.resolve(),
  forget: () => Promise.resolve(),
};

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
