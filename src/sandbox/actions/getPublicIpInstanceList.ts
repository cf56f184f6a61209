import type { PublicIpRecord } from '../state/records';
import type { RegionState } from '../state/regionState';
import { unconfirmed } from '../unconfirmed';
import type { Action } from './action';
import { pageOf } from './pageOf';
import { selectRows, type Filters } from './selectRows';

/** Public IPs of one region. Each maps to the primary address of a server's eth0, never to a secondary IP. */
export const getPublicIpInstanceList: Action = {
  writes: false,
  required: [],
  run({ params, region }) {
    const isAssociated = params.boolean('isAssociated');
    const rows = Array.from(region.publicIps.values(), (record) => view(record, region));
    const candidates = rows.filter(
      (row) => isAssociated === undefined || (row.serverInstanceNo !== '') === isAssociated,
    );
    return pageOf('publicIpInstanceList', selectRows(candidates, params, filters(region)), params);
  },
};

type Row = ReturnType<typeof view>;

function view({ serverInstanceNo, ...record }: PublicIpRecord, region: RegionState) {
  const server = serverInstanceNo === undefined ? undefined : region.server(serverInstanceNo);
  const eth0 = server && region.interfacesOf(server.serverInstanceNo).find((row) => row.deviceName === 'eth0');
  return {
    publicIpInstanceNo: record.publicIpInstanceNo,
    publicIp: record.publicIp,
    publicIpDescription: record.publicIpDescription,
    createDate: record.createDate,
    publicIpInstanceStatusName: server ? 'used' : 'not used',
    publicIpInstanceStatus: record.publicIpInstanceStatus,
    ...(server
      ? { serverInstanceNo: server.serverInstanceNo, serverName: server.serverName, privateIp: eth0?.ip ?? '' }
      : unconfirmed.noServer),
    lastModifyDate: record.lastModifyDate,
    publicIpInstanceOperation: record.publicIpInstanceOperation,
  };
}

const filters = (region: RegionState): Filters<Row> => ({
  texts: {
    publicIp: (row, address) => row.publicIp === address,
    privateIp: (row, address) => row.privateIp === address,
    serverName: (row, name) => unconfirmed.nameMatches(row.serverName, name),
    publicIpInstanceStatusCode: (row, code) => row.publicIpInstanceStatus.code === code,
    vpcNo: (row, no) => region.server(row.serverInstanceNo)?.vpcNo === no,
  },
  lists: { publicIpInstanceNoList: (row, numbers) => numbers.has(row.publicIpInstanceNo) },
});
