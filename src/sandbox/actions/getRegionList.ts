import type { Action } from './action';

/** The regions of the account; the first one is the default of every other call. */
export const getRegionList: Action = {
  writes: false,
  isGlobal: true,
  required: [],
  run: ({ world }) => ({
    name: 'regionList',
    rows: world.regions.map(({ regionCode, regionName }) => ({ regionCode, regionName })),
  }),
};

/** The zones of one region. */
export const getZoneList: Action = {
  writes: false,
  required: [],
  run: ({ region }) => ({ name: 'zoneList', rows: region.zones }),
};
