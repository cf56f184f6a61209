import type { Region, Zone } from '../../model/region';
import type { Call } from './action';
import { fetchList } from '../lists/fetchList';
import type { Logger } from '../logger';
import type { NcloudApi } from '../ncloudApi';
import { requiredText, text } from '../schemas/fields';
import type { WireList } from '../schemas/listAnswer';
import { row } from '../schemas/row';

/** Region (getRegionList). */
export const region = row((wire): Region => ({
  regionCode: requiredText(wire.regionCode, 'regionCode'),
  regionName: text(wire.regionName) ?? requiredText(wire.regionCode, 'regionCode'),
}));

/** Zone (getZoneList). */
export const zone = row((wire): Zone => ({
  zoneCode: requiredText(wire.zoneCode, 'zoneCode'),
  zoneName: text(wire.zoneName) ?? requiredText(wire.zoneCode, 'zoneCode'),
  regionCode: requiredText(wire.regionCode, 'regionCode'),
  zoneDescription: text(wire.zoneDescription),
}));

const regions: WireList<Region> = { name: 'regionList', key: 'regionCode', row: region };
const zones: WireList<Zone> = { name: 'zoneList', key: 'zoneCode', row: zone };

/** Regions and zones of Server (VPC). Neither knows paging. */
export function createRegionActions(call: Call, log: Logger): Pick<NcloudApi, 'getRegionList' | 'getZoneList'> {
  const service = 'vserver/v2';
  return {
    getRegionList: (options) =>
      fetchList(call, log, { name: 'getRegionList', service, parameters: {}, subject: '', list: regions, options }),
    getZoneList: (regionCode, options) =>
      fetchList(call, log, {
        name: 'getZoneList',
        service,
        parameters: { regionCode },
        subject: `region=${regionCode}`,
        list: zones,
        options,
      }),
  };
}
