import type { Profile } from '../profile';

/** A profile's keys are not to be had on this machine: the user has to give them again. */
export class MissingKeysError extends Error {
  constructor(
    readonly profile: Profile,
    /** `ended`: temporary keys are over. `unreadable`: the secret storage fails. */
    readonly reason: 'absent' | 'ended' | 'unreadable' = 'absent',
  ) {
    super(`No keys for profile ${profile.name}`);
    this.name = 'MissingKeysError';
  }
}

/** Tells it by its name: each bundle has a class of its own. */
export function isMissingKeys(error: unknown): error is MissingKeysError {
  return error instanceof Error && error.name === 'MissingKeysError';
}
