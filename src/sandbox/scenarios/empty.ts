import type { World } from '../state/world';
import { addRegions } from './addRegions';

/** An account that has nothing yet: regions and zones, no VPC. */
export function empty(world: World): void {
  addRegions(world);
}
