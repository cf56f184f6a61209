import type { ApiError } from '../api/apiError';
import type { ChangeAnswer, WriteOptions } from '../api/ncloudApi';
import type { Step } from '../plan/plan';
import type { ApplyDeps } from './applyDeps';
import { asApiError } from './asApiError';

/** What came of one call of a step. */
export type Sent = { readonly answer: ChangeAnswer } | { readonly error: ApiError };

/** The one place that calls a mutating action. Whatever is thrown comes back as an error; its `effect` says what may have been done. */
export async function sendStep(
  regionCode: string,
  step: Step,
  api: ApplyDeps['api'],
  options: WriteOptions,
): Promise<Sent> {
  const { action, networkInterfaceNo, secondaryIps, count, allowReassign } = step;
  const target = { regionCode, networkInterfaceNo };
  try {
    switch (action) {
      case 'assignSecondaryIps': {
        const request = {
          ...target,
          ...(secondaryIps.length > 0 && { secondaryIpList: secondaryIps }),
          ...(count > 0 && { secondaryIpCount: count }),
          ...(allowReassign && { allowReassign }),
        };
        return { answer: await api.assignSecondaryIps(request, options) };
      }
      case 'unassignSecondaryIps':
        return { answer: await api.unassignSecondaryIps({ ...target, secondaryIpList: secondaryIps }, options) };
    }
  } catch (error) {
    return { error: asApiError(error, action, 'unknown') };
  }
}
