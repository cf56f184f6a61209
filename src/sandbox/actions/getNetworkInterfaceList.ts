import type { InterfaceRecord } from '../state/records';
import type { RegionState } from '../state/regionState';
import { unconfirmed } from '../unconfirmed';
import type { Action } from './action';
import { interfaceView } from './interfaceView';
import { pageOf } from './pageOf';
import { selectRows, type Filters } from './selectRows';

/** Every documented filter; there is none for subnetNo, vpcNo or serverInstanceNo, and those are ignored. */
export const getNetworkInterfaceList: Action = {
  writes: false,
  required: [],
  run({ params, region }) {
    const isDefault = params.boolean('isDefault');
    const candidates = region.interfaces().filter((row) => isDefault === undefined || row.isDefault === isDefault);
    const page = pageOf('networkInterfaceList', selectRows(candidates, params, filters(region)), params);
    return { ...page, rows: (page.rows as InterfaceRecord[]).map(interfaceView) };
  },
};

const filters = (region: RegionState): Filters<InterfaceRecord> => ({
  texts: {
    subnetName: (row, name) => unconfirmed.nameMatches(region.subnets.get(row.subnetNo)?.subnetName, name),
    networkInterfaceName: (row, name) => unconfirmed.nameMatches(row.networkInterfaceName, name),
    networkInterfaceStatusCode: (row, code) => row.status === code,
    ip: (row, ip) => unconfirmed.ipMatches(row.ip, ip),
    instanceNo: (row, no) => row.instanceNo === no,
    deviceName: (row, name) => row.deviceName === name,
    serverName: (row, name) =>
      row.instanceNo !== undefined && unconfirmed.nameMatches(region.server(row.instanceNo)?.serverName, name),
  },
  lists: {
    networkInterfaceNoList: (row, numbers) => numbers.has(row.networkInterfaceNo),
    secondaryIpList: (row, addresses) => row.secondaryIpList.some((address) => addresses.has(address)),
  },
});

/** One interface, or an empty list with HTTP 200 when there is none (any more). */
export const getNetworkInterfaceDetail: Action = {
  writes: false,
  required: ['networkInterfaceNo'],
  run({ params, region }) {
    const record = region.interface(params.need('networkInterfaceNo'));
    return { name: 'networkInterfaceList', rows: record ? [interfaceView(record)] : [] };
  },
};
