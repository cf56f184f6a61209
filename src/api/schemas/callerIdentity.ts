import * as v from 'valibot';
import { dropAbsent } from '../dropAbsent';
import type { CallerIdentity } from '../ncloudApi';
import { requiredText, text } from './fields';

/** The answer of GET /api/v1/caller-identity: plain JSON without an envelope. */
export const callerIdentity = v.pipe(
  v.object({ id: requiredText, loginAlias: text, userType: text }),
  v.transform((wire): CallerIdentity => dropAbsent(wire)),
);
