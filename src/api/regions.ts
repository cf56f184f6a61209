import type { Call } from './action';
import type { NcloudApi } from './ncloudApi';
import { listAnswer } from './schemas/listAnswer';
import { region } from './schemas/region';
import { zone } from './schemas/zone';

const regionAnswer = listAnswer('regionList', region);
const zoneAnswer = listAnswer('zoneList', zone);

/** Regions and zones of Server (VPC). Neither knows paging. */
export function createRegionActions(call: Call): Pick<NcloudApi, 'getRegionList' | 'getZoneList'> {
  const common = { service: 'vserver/v2', isWrite: false } as const;
  return {
    async getRegionList(options) {
      const { value } = await call(
        { ...common, name: 'getRegionList', parameters: {}, subject: '', answer: regionAnswer },
        options,
      );
      return [...value.rows];
    },
    async getZoneList(regionCode, options) {
      const { value } = await call(
        {
          ...common,
          name: 'getZoneList',
          parameters: { regionCode },
          subject: `region=${regionCode}`,
          answer: zoneAnswer,
        },
        options,
      );
      return [...value.rows];
    },
  };
}
