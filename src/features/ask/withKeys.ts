import { isApiError } from '../../api/apiError';
import { isMissingKeys } from '../../session/keys/missingKeys';
import type { Profile } from '../../session/profile';
import { askKeys, ensureKeys, type KeysContext } from '../profiles/askKeys';
import type { Arguments } from '../readArguments';

/**
 * Work that needs a profile's keys. Those that are missing, have ended or are refused are asked for on the spot, and the
 * work is done then; undefined when the user thought better of it. Called by code, their error is thrown instead.
 */
export async function withKeys<T>(
  context: KeysContext,
  profile: Profile,
  { isProgrammatic }: Pick<Arguments, 'isProgrammatic'>,
  work: () => Promise<T>,
): Promise<T | undefined> {
  if (isProgrammatic) return work();
  if (!(await ensureKeys(context, profile))) return undefined;
  try {
    return await work();
  } catch (error) {
    const isForWantOfKeys = isApiError(error, 'credentials') || isMissingKeys(error);
    if (!isForWantOfKeys || !(await askKeys(context, profile, error))) throw error;
    return work();
  }
}
