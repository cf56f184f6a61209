import { isApiError, type ApiError } from '../api/apiError';
import type { ChangeAnswer } from '../api/ncloudApi';
import type { Step } from '../plan/plan';
import type { ApplyDeps } from './applyDeps';

/** What came of the one time a step was sent. */
export type Sent = { readonly answer: ChangeAnswer } | { readonly error: ApiError };

/**
 * The one place that calls a mutating action, once per step. It takes no signal on purpose: a write under way is not
 * aborted, because its result would be lost.
 */
export async function sendStep(regionCode: string, step: Step, api: ApplyDeps['api']): Promise<Sent> {
  const { action, networkInterfaceNo, secondaryIps, count, allowReassign } = step;
  const target = { regionCode, networkInterfaceNo };
  try {
    switch (action) {
      case 'assignSecondaryIps':
        return {
          answer: await api.assignSecondaryIps({
            ...target,
            ...(secondaryIps.length > 0 && { secondaryIpList: secondaryIps }),
            ...(count > 0 && { secondaryIpCount: count }),
            ...(allowReassign && { allowReassign }),
          }),
        };
      case 'unassignSecondaryIps':
        return { answer: await api.unassignSecondaryIps({ ...target, secondaryIpList: secondaryIps }) };
    }
  } catch (error) {
    if (isApiError(error)) return { error };
    throw error;
  }
}
