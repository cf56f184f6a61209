import type { Action } from './action';

/** The zones of one region. */
export const getZoneList: Action = {
  writes: false,
  required: [],
  run: ({ region }) => ({ name: 'zoneList', rows: region.zones }),
};
