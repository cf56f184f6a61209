import type { Action } from './action';
import { addNetworkInterfaceAccessControlGroup, removeNetworkInterfaceAccessControlGroup } from './accessControlGroups';
import { assignSecondaryIps } from './assignSecondaryIps';
import { attachNetworkInterface, detachNetworkInterface } from './attachment';
import { createNetworkInterface } from './createNetworkInterface';
import { deleteNetworkInterface } from './deleteNetworkInterface';
import { disableFlowLog, enableFlowLog, getFlowLogConfigurationList } from './flowLogs';
import { getAccessControlGroupList } from './getAccessControlGroupList';
import { getNetworkInterfaceDetail, getNetworkInterfaceList } from './getNetworkInterfaceList';
import { getPublicIpInstanceList } from './getPublicIpInstanceList';
import { getRegionList, getZoneList } from './getRegionList';
import { getServerInstanceDetail, getServerInstanceList } from './getServerInstanceList';
import { getSubnetDetail, getSubnetList } from './getSubnetList';
import { getVpcDetail, getVpcList } from './getVpcList';
import { unassignSecondaryIps } from './unassignSecondaryIps';

/** Everything the sandbox can do, by path. Paths are case sensitive. */
export const table: ReadonlyMap<string, Action> = new Map(
  Object.entries({
    '/vserver/v2/assignSecondaryIps': assignSecondaryIps,
    '/vserver/v2/unassignSecondaryIps': unassignSecondaryIps,
    '/vserver/v2/getNetworkInterfaceList': getNetworkInterfaceList,
    '/vserver/v2/getNetworkInterfaceDetail': getNetworkInterfaceDetail,
    '/vserver/v2/createNetworkInterface': createNetworkInterface,
    '/vserver/v2/deleteNetworkInterface': deleteNetworkInterface,
    '/vserver/v2/attachNetworkInterface': attachNetworkInterface,
    '/vserver/v2/detachNetworkInterface': detachNetworkInterface,
    '/vserver/v2/addNetworkInterfaceAccessControlGroup': addNetworkInterfaceAccessControlGroup,
    '/vserver/v2/removeNetworkInterfaceAccessControlGroup': removeNetworkInterfaceAccessControlGroup,
    '/vserver/v2/getPublicIpInstanceList': getPublicIpInstanceList,
    '/vserver/v2/enableFlowLog': enableFlowLog,
    '/vserver/v2/disableFlowLog': disableFlowLog,
    '/vserver/v2/getFlowLogConfigurationList': getFlowLogConfigurationList,
    '/vserver/v2/getRegionList': getRegionList,
    '/vserver/v2/getZoneList': getZoneList,
    '/vserver/v2/getServerInstanceList': getServerInstanceList,
    '/vserver/v2/getServerInstanceDetail': getServerInstanceDetail,
    '/vserver/v2/getAccessControlGroupList': getAccessControlGroupList,
    '/vpc/v2/getVpcList': getVpcList,
    '/vpc/v2/getVpcDetail': getVpcDetail,
    '/vpc/v2/getSubnetList': getSubnetList,
    '/vpc/v2/getSubnetDetail': getSubnetDetail,
  }),
);
