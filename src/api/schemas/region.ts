import * as v from 'valibot';
import type { Region } from '../../model/region';
import { requiredText, text } from './fields';

/** Region (getRegionList). */
export const region = v.pipe(
  v.object({ regionCode: requiredText, regionName: text }),
  v.transform((wire): Region => ({ ...wire, regionName: wire.regionName ?? wire.regionCode })),
);
