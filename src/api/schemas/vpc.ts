import * as v from 'valibot';
import type { Vpc } from '../../model/vpc';
import { dropAbsent } from '../dropAbsent';
import { code, requiredText, text } from './fields';

/** Vpc (common-vapidatatype-vpc). */
export const vpc = v.pipe(
  v.object({
    vpcNo: requiredText,
    vpcName: text,
    ipv4CidrBlock: requiredText,
    vpcStatus: code,
    vpcType: code,
    regionCode: text,
  }),
  v.transform((wire): Vpc => dropAbsent({ ...wire, vpcName: wire.vpcName ?? wire.vpcNo })),
);
