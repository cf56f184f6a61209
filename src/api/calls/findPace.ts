import type { ApiConfig } from '../ncloudApi';
import { createPace, type Pace } from './pace';
import { createPaceMemory } from './paceMemory';

/**
 * The pace of a client's account at its host, found with its first call: all clients of this process that sign with the same key
 * keep to one, also those that others took the place of.
 */
export function findPace(config: ApiConfig): () => Promise<Pace> {
  const { requestsPerSecond: ceiling = 50, pacing, gatewayUrl, now } = config;
  let found: Promise<Pace> | undefined;

  async function find(): Promise<Pace> {
    if (!pacing) return createPace(ceiling);
    const { accessKey } = await config.credentials();
    const { host } = new URL(gatewayUrl);
    const key = `${host} ${accessKey}`;
    const pace = pacing.paces.get(key) ?? createPace(ceiling, createPaceMemory(pacing.folder, host, accessKey, now));
    pacing.paces.set(key, pace);
    pace.limit(ceiling);
    return pace;
  }
  // Without keys, or a gateway that is one, the attempt says what is wrong.
  return () =>
    (found ??= find().catch(() => {
      found = undefined;
      return createPace(ceiling);
    }));
}
