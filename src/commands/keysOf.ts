import type { Credentials } from '../api/credentials';
import type { Clock } from '../change/applyDeps';
import type { ProfileAnswers } from '../flows/profileAnswers';
import { parseExpiry } from '../session/parseExpiry';

/** The key pair a wizard gathered, with its end when it has one. */
export function keysOf(
  { accessKey = '', secretKey = '', expires }: ProfileAnswers,
  clock: Pick<Clock, 'now'>,
): Credentials {
  const expiresAt = expires === undefined ? undefined : parseExpiry(expires, clock.now());
  if (expires !== undefined && expiresAt === undefined) throw new TypeError('expires must be minutes or a future time');
  return { accessKey, secretKey, ...(expiresAt !== undefined && { expiresAt }) };
}
