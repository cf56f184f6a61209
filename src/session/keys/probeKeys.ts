import type { CallerIdentity, CallOptions, NcloudApi } from '../../api/ncloudApi';
import type { Region } from '../../model/region';

/** What a key pair can do, found by asking: who it is (any valid key may), and the regions (needs Server permission). */
export interface Probe {
  readonly identity: CallerIdentity | undefined;
  readonly regions: readonly Region[] | undefined;
  readonly failures: readonly { readonly call: 'caller-identity' | 'getRegionList'; readonly error: unknown }[];
}

/** Asks both whatever the first one says: a site's STS host may be out of reach while its gateway answers. */
export async function probeKeys(
  api: Pick<NcloudApi, 'getCallerIdentity' | 'getRegionList'>,
  options: CallOptions = {},
): Promise<Probe> {
  const [identity, regions] = await Promise.allSettled([api.getCallerIdentity(options), api.getRegionList(options)]);
  return {
    identity: identity.status === 'fulfilled' ? identity.value : undefined,
    regions: regions.status === 'fulfilled' ? regions.value : undefined,
    failures: [
      ...(identity.status === 'rejected'
        ? [{ call: 'caller-identity' as const, error: identity.reason as unknown }]
        : []),
      ...(regions.status === 'rejected' ? [{ call: 'getRegionList' as const, error: regions.reason as unknown }] : []),
    ],
  };
}
