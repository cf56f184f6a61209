import { factsOf, type Asked } from './ask';
import type { Verdict } from './check';
import type { DoctorApi } from './doctorDeps';

/** No interface has this number: the filter keeps the answer of a large account small. */
const nobody = ['0'];

type Probe = (api: DoctorApi, regionCode: string, signal: AbortSignal) => Promise<unknown>;

/** Every read the extension makes beside getRegionList, as a call that changes nothing. */
export const readProbes = {
  getZoneList: (api, regionCode, signal) => api.getZoneList(regionCode, { signal }),
  getVpcList: (api, regionCode, signal) => api.getVpcList(regionCode, { signal }),
  getSubnetList: (api, regionCode, signal) => api.getSubnetList(regionCode, { signal }),
  getServerInstanceList: (api, regionCode, signal) => api.getServerInstanceList(regionCode, { signal }),
  getNetworkInterfaceList: (api, regionCode, signal) =>
    api.getNetworkInterfaceList({ regionCode, networkInterfaceNoList: nobody }, { signal }),
  getAccessControlGroupList: (api, regionCode, signal) => api.getAccessControlGroupList(regionCode, { signal }),
} as const satisfies Record<string, Probe>;

/** A read action that shows whether the keys may call it. */
export type ReadProbe = keyof typeof readProbes;

/** Whether the key may call an action. A product that turned the probe down has let it in first. */
export function checkPermission(action: ReadProbe | 'getRegionList', asked: Asked<unknown>): Verdict {
  const base = { id: `permission:${action}`, layer: 'permission' } as const;
  if (asked.ok) return { ...base, status: 'ok', symptom: 'allowed', facts: { action } };
  const facts = { ...factsOf(asked.error), action };
  if (asked.error.kind === 'permission' && asked.error.layer !== 'transport')
    return { ...base, status: 'failed', symptom: 'denied', facts };
  if (asked.error.kind === 'refused' && asked.error.layer === 'product')
    return { ...base, status: 'ok', symptom: 'allowed', facts };
  return { ...base, status: 'failed', symptom: 'callFailed', facts };
}

/** Writing cannot be tried without changing something, so it is said and not guessed. */
export function unprobedWrites(userType: string | undefined): Verdict {
  const actions = ['assignSecondaryIps', 'unassignSecondaryIps'];
  return {
    id: 'permission:write',
    layer: 'permission',
    status: 'skipped',
    symptom: 'writeNotProbed',
    facts: { actions, userType },
  };
}
