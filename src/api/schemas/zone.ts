import * as v from 'valibot';
import type { Zone } from '../../model/region';
import { dropAbsent } from '../dropAbsent';
import { requiredText, text } from './fields';

/** Zone (getZoneList). */
export const zone = v.pipe(
  v.object({ zoneCode: requiredText, zoneName: text, regionCode: requiredText, zoneDescription: text }),
  v.transform((wire): Zone => dropAbsent({ ...wire, zoneName: wire.zoneName ?? wire.zoneCode })),
);
