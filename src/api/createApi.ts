import { createAccessControlGroupActions } from './accessControlGroups';
import { createCaller } from './createCaller';
import { createIdentityActions } from './identity';
import type { ApiConfig, NcloudApi } from './ncloudApi';
import { createNetworkInterfaceActions } from './networkInterfaces';
import { createRegionActions } from './regions';
import { createServerActions } from './servers';
import { createVpcActions } from './vpcs';

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
