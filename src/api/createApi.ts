import { createAccessControlGroupActions } from './actions/accessControlGroups';
import { createCaller } from './calls/createCaller';
import { createIdentityActions } from './actions/identity';
import type { ApiConfig, NcloudApi } from './ncloudApi';
import { createNetworkInterfaceActions } from './actions/networkInterfaces';
import { createRegionActions } from './actions/regions';
import { createServerActions } from './actions/servers';
import { createVpcActions } from './actions/vpcs';

/** A client of one gateway with one key. The only door to the code below: loaded on the first request, not at activation. */
export function createApi(config: ApiConfig): NcloudApi {
  const { call, dispose } = createCaller(config);
  const { log } = config;
  return {
    ...createIdentityActions(call),
    ...createRegionActions(call, log),
    ...createVpcActions(call, log),
    ...createServerActions(call, log),
    ...createAccessControlGroupActions(call, log),
    ...createNetworkInterfaceActions(call, log),
    dispose,
  };
}
