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
