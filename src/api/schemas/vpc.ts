import type * as v from 'valibot';
import type { Vpc } from '../../model/vpc';
import { code, requiredText, text, textOr } from './fields';
import { row } from './row';

/** Vpc (common-vapidatatype-vpc). */
export const vpc = row({
  vpcNo: requiredText,
  vpcName: textOr('vpcNo'),
  ipv4CidrBlock: requiredText,
  vpcStatus: code,
  vpcType: code,
  regionCode: text,
}) satisfies v.GenericSchema<unknown, Vpc>;
