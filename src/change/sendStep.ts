import type { ApiError } from '../api/apiError';
import type { ChangeAnswer, WriteOptions } from '../api/ncloudApi';
import type { Step } from '../plan/plan';
import type { ApplyDeps } from './applyDeps';
import { asApiError } from './asApiError';

/** What came of one call of a step. */
export type Sent = { readonly answer: ChangeAnswer } | { readonly error: ApiError };

type Send = (api: ApplyDeps['api'], regionCode: string, step: Step, options: WriteOptions) => Promise<ChangeAnswer>;

/** The call of each action, see plan/stepActions.ts for what it means. */
const sends = {
  assignSecondaryIps: (api, regionCode, { networkInterfaceNo, secondaryIps, count, allowReassign }, options) => {
    const request = {
      regionCode,
      networkInterfaceNo,
      ...(secondaryIps.length > 0 && { secondaryIpList: secondaryIps }),
      ...(count > 0 && { secondaryIpCount: count }),
      ...(allowReassign && { allowReassign }),
    };
    return api.assignSecondaryIps(request, options);
  },
  unassignSecondaryIps: (api, regionCode, { networkInterfaceNo, secondaryIps }, options) =>
    api.unassignSecondaryIps({ regionCode, networkInterfaceNo, secondaryIpList: secondaryIps }, options),
} satisfies Record<Step['action'], Send>;

/** The one place that calls a mutating action. Whatever is thrown comes back as an error; its `effect` says what may have been done. */
export async function sendStep(
  regionCode: string,
  step: Step,
  api: ApplyDeps['api'],
  options: WriteOptions,
): Promise<Sent> {
  try {
    return { answer: await sends[step.action](api, regionCode, step, options) };
  } catch (error) {
    return { error: asApiError(error, step.action, 'unknown') };
  }
}
