import * as v from 'valibot';
import type { Subnet } from '../../model/subnet';
import { dropAbsent } from '../dropAbsent';
import { code, requiredText, text } from './fields';

/** Subnet (common-vapidatatype-Subnet). */
export const subnet = v.pipe(
  v.object({
    subnetNo: requiredText,
    vpcNo: requiredText,
    zoneCode: text,
    subnetName: text,
    subnet: requiredText,
    subnetStatus: code,
    subnetType: code,
    usageType: code,
  }),
  v.transform((wire): Subnet => dropAbsent({ ...wire, subnetName: wire.subnetName ?? wire.subnetNo })),
);
