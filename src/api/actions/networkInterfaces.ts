import type { NetworkInterface } from '../../model/networkInterface';
import type { Call } from './action';
import { ApiError } from '../apiError';
import { dropAbsent } from '../../model/dropAbsent';
import type { WireParameters } from '../calls/encodeParameters';
import type { Logger } from '../logger';
import type { ChangeAnswer, NcloudApi, WriteOptions } from '../ncloudApi';
import { fetchPagedList } from '../lists/fetchPagedList';
import { fetchList } from '../lists/fetchList';
import { listAnswer, type WireList } from '../schemas/listAnswer';
import { networkInterface } from '../schemas/networkInterface';
import { findBrokenAssignRule, findBrokenUnassignRule } from './validateAssign';

type NetworkInterfaceActions = Pick<
  NcloudApi,
  'getNetworkInterfaceList' | 'getNetworkInterfaceDetail' | 'assignSecondaryIps' | 'unassignSecondaryIps'
>;

const list: WireList<NetworkInterface> = {
  name: 'networkInterfaceList',
  key: 'networkInterfaceNo',
  row: networkInterface,
};
const changeAnswer = listAnswer(list, 'nothing');

/** The network interface actions of Server (VPC). */
export function createNetworkInterfaceActions(call: Call, log: Logger): NetworkInterfaceActions {
  return {
    async getNetworkInterfaceList({ regionCode, ...filters }, options) {
      // An empty list filter would not be sent at all and so would match everything.
      if (filters.networkInterfaceNoList?.length === 0 || filters.secondaryIpList?.length === 0) return [];
      return fetchPagedList(call, log, {
        name: 'getNetworkInterfaceList',
        service: 'vserver/v2',
        regionCode,
        filters,
        list,
        options,
      });
    },
    async getNetworkInterfaceDetail(regionCode, networkInterfaceNo, options) {
      const rows = await fetchList(call, log, {
        name: 'getNetworkInterfaceDetail',
        service: 'vserver/v2',
        parameters: { regionCode, networkInterfaceNo },
        subject: `nic=${networkInterfaceNo}`,
        list,
        options,
      });
      return rows[0];
    },
    async assignSecondaryIps(request, options) {
      const { regionCode, networkInterfaceNo, secondaryIpList, secondaryIpCount, allowReassign } = request;
      const parameters = { regionCode, networkInterfaceNo, secondaryIpList, secondaryIpCount, allowReassign };
      return change('assignSecondaryIps', networkInterfaceNo, parameters, findBrokenAssignRule(request), options);
    },
    async unassignSecondaryIps(request, options) {
      const { regionCode, networkInterfaceNo, secondaryIpList } = request;
      const parameters = { regionCode, networkInterfaceNo, secondaryIpList };
      return change('unassignSecondaryIps', networkInterfaceNo, parameters, findBrokenUnassignRule(request), options);
    },
  };

  async function change(
    name: string,
    networkInterfaceNo: string,
    parameters: WireParameters,
    brokenRule: string | undefined,
    options: WriteOptions | undefined,
  ): Promise<ChangeAnswer> {
    if (brokenRule !== undefined) {
      throw new ApiError({
        kind: 'invalidRequest',
        layer: 'client',
        action: name,
        effect: 'none',
        apiMessage: brokenRule,
      });
    }
    const { value, requestId } = await call(
      {
        name,
        service: 'vserver/v2',
        isWrite: true,
        parameters,
        subject: `nic=${networkInterfaceNo}`,
        answer: changeAnswer,
      },
      options,
    );
    // A success without the interface is a success all the same: reading tells what it did.
    const changed = value.rows.find((row: NetworkInterface) => row.networkInterfaceNo === networkInterfaceNo);
    return dropAbsent({ networkInterface: changed, requestId });
  }
}
