import type * as v from 'valibot';
import type { Zone } from '../../model/region';
import { requiredText, text, textOr } from './fields';
import { row } from './row';

/** Zone (getZoneList). */
export const zone = row({
  zoneCode: requiredText,
  zoneName: textOr('zoneCode'),
  regionCode: requiredText,
  zoneDescription: text,
}) satisfies v.GenericSchema<unknown, Zone>;
