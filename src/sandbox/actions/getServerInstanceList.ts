import type { ServerRecord } from '../state/records';
import type { RegionState } from '../state/regionState';
import { unconfirmed } from '../unconfirmed';
import type { Action } from './action';
import { pageOf } from './pageOf';
import { selectRows, type Filters } from './selectRows';

/** Servers of one region. They carry interface numbers only; `ip` matches private and public addresses. */
export const getServerInstanceList: Action = {
  writes: false,
  required: [],
  run({ params, region }) {
    const rows = selectRows(region.serverList(), params, filters(region));
    if (params.text('sortedBy') === unconfirmed.sortableServerField) {
      const direction = params.text('sortingOrder') === 'DESC' ? -1 : 1;
      rows.sort((one, other) => direction * one.serverName.localeCompare(other.serverName));
    }
    return pageOf('serverInstanceList', rows, params);
  },
};

/** Fabric clusters do not exist here, so their filters match nothing. */
const none = () => false;

const filters = (region: RegionState): Filters<ServerRecord> => ({
  texts: {
    vpcNo: (row, no) => row.vpcNo === no,
    serverName: (row, name) => unconfirmed.nameMatches(row.serverName, name),
    serverInstanceStatusCode: (row, code) => row.serverInstanceStatus.code === code,
    baseBlockStorageDiskTypeCode: (row, code) => row.baseBlockStorageDiskType.code === code,
    baseBlockStorageDiskDetailTypeCode: (row, code) => row.baseBlockStorageDiskDetailType.code === code,
    ip: (row, ip) => row.publicIp === ip || row.networkInterfaceNoList.some((no) => region.interface(no)?.ip === ip),
    fabricClusterPoolNo: none,
    fabricClusterNo: none,
    fabricClusterMode: none,
  },
  lists: {
    serverInstanceNoList: (row, numbers) => numbers.has(row.serverInstanceNo),
    placementGroupNoList: (row, numbers) => numbers.has(row.placementGroupNo),
    hypervisorTypeCodeList: (row, codes) => codes.has(row.hypervisorType.code),
  },
});

/** One server, or an empty list. */
export const getServerInstanceDetail: Action = {
  writes: false,
  required: ['serverInstanceNo'],
  run({ params, region }) {
    const no = params.need('serverInstanceNo');
    return { name: 'serverInstanceList', rows: region.serverList().filter((row) => row.serverInstanceNo === no) };
  },
};
