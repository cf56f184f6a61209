import type { Call } from './action';
import type { CallerIdentity, NcloudApi } from '../ncloudApi';
import { requiredText, text } from '../schemas/fields';
import { row } from '../schemas/row';

/** The answer of GET /api/v1/caller-identity: plain JSON without an envelope. */
export const callerIdentity = row((wire): CallerIdentity => ({
  id: requiredText(wire.id, 'id'),
  loginAlias: text(wire.loginAlias),
  userType: text(wire.userType),
}));

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
