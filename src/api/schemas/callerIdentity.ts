import type * as v from 'valibot';
import type { CallerIdentity } from '../ncloudApi';
import { requiredText, text } from './fields';
import { row } from './row';

/** The answer of GET /api/v1/caller-identity: plain JSON without an envelope. */
export const callerIdentity = row({
  id: requiredText,
  loginAlias: text,
  userType: text,
}) satisfies v.GenericSchema<unknown, CallerIdentity>;
