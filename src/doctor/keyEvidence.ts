import type { CallerIdentity } from '../api/ncloudApi';
import type { Region } from '../model/region';
import { ask, type Asked } from './ask';
import type { DoctorApi } from './doctorDeps';

/** Two signed calls that tell signature, key and permission apart: one to the gateway, one that any valid key may make. */
export interface KeyEvidence {
  readonly regions: Asked<readonly Region[]>;
  /** Undefined when its host cannot be reached. */
  readonly identity: Asked<CallerIdentity> | undefined;
}

/** Asks who the keys belong to and whether they may list regions; never throws, a failure is evidence as well. */
export async function gatherKeyEvidence(
  api: Pick<DoctorApi, 'getRegionList' | 'getCallerIdentity'>,
  isStsReachable: boolean,
  signal: AbortSignal,
): Promise<KeyEvidence> {
  const [regions, identity] = await Promise.all([
    ask(api.getRegionList({ signal })),
    isStsReachable ? ask(api.getCallerIdentity({ signal })) : undefined,
  ]);
  return { regions, identity };
}
