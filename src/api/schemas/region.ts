import type * as v from 'valibot';
import type { Region } from '../../model/region';
import { requiredText, textOr } from './fields';
import { row } from './row';

/** Region (getRegionList). */
export const region = row({
  regionCode: requiredText,
  regionName: textOr('regionCode'),
}) satisfies v.GenericSchema<unknown, Region>;
