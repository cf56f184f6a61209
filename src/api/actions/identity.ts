import type { Call } from './action';
import type { NcloudApi } from '../ncloudApi';
import { callerIdentity } from '../schemas/callerIdentity';

/** Who the key belongs to (management-sts, caller-identity): any valid key may ask, so it tells a wrong key from a missing permission. */
export function createIdentityActions(call: Call): Pick<NcloudApi, 'getCallerIdentity'> {
  return {
    async getCallerIdentity(options) {
      const { value } = await call(
        {
          name: 'getCallerIdentity',
          service: 'sts',
          isWrite: false,
          parameters: {},
          subject: '',
          answer: callerIdentity,
        },
        options,
      );
      return value;
    },
  };
}
