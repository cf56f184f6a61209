import type { World } from '../state/world';
import { addRegions } from './addRegions';
import { addDevelopment } from './smallDevelopment';
import { addProduction } from './smallProduction';
import { addTokyo } from './smallTokyo';

/**
 * A small company: production and development in Korea, which use the same address range, and a first server in Japan.
 * Every kind of subnet and every status occurs, and each documented trap once.
 */
export function small(world: World): void {
  const { korea, japan } = addRegions(world);
  addProduction(world, korea);
  addDevelopment(world, korea);
  addTokyo(world, japan);
}
