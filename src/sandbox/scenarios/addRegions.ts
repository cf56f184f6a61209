import type { RegionState } from '../state/regionState';
import type { World } from '../state/world';

/** The two regions of every scenario, Korea first and so the default. */
export function addRegions(world: World): { korea: RegionState; japan: RegionState } {
  const korea = world.addRegion('KR', 'Korea');
  const japan = world.addRegion('JPN', 'Japan(New)');
  addZone(korea, 'KR-2', 'Pyeongchon zone');
  addZone(korea, 'KR-1', 'Gasan zone');
  addZone(japan, 'JPN-4', 'Tokyo zone 4');
  addZone(japan, 'JPN-5', 'Tokyo zone 5');
  return { korea, japan };
}

function addZone(region: RegionState, zoneCode: string, zoneDescription: string): void {
  region.zones.push({ zoneName: zoneCode, zoneCode, regionCode: region.regionCode, zoneDescription });
}
