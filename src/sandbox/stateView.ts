import { interfaceView } from './actions/interfaceView';
import type { Machine } from './machine';

/** The whole world as it is now, for tests and people to look at: what no client could be wrong about. */
export function stateView({ scenario, world, now }: Pick<Machine, 'scenario' | 'world' | 'now'>): object {
  return {
    scenario,
    now: now(),
    regions: world.regions.map((region) => ({
      regionCode: region.regionCode,
      regionName: region.regionName,
      zones: region.zones,
      vpcs: [...region.vpcs.values()],
      subnets: [...region.subnets.values()],
      servers: region.serverList(),
      accessControlGroups: [...region.accessControlGroups.values()],
      publicIps: [...region.publicIps.values()],
      interfaces: region.interfaces().map((record) => ({ ...interfaceView(record), settlesAt: record.settling?.at })),
    })),
  };
}
