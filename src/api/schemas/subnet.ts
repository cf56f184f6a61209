import type * as v from 'valibot';
import type { Subnet } from '../../model/subnet';
import { code, requiredText, text, textOr } from './fields';
import { row } from './row';

/** Subnet (common-vapidatatype-Subnet). */
export const subnet = row({
  subnetNo: requiredText,
  vpcNo: requiredText,
  zoneCode: text,
  subnetName: textOr('subnetNo'),
  subnet: requiredText,
  subnetStatus: code,
  subnetType: code,
  usageType: code,
}) satisfies v.GenericSchema<unknown, Subnet>;
