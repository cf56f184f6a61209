import type { ScenarioName } from '../sandboxOptions';
import type { World } from '../state/world';
import { addRegions } from './addRegions';
import { large } from './large';
import { addDevelopment } from './smallDevelopment';
import { addProduction } from './smallProduction';
import { addTokyo } from './smallTokyo';

/** What a world begins with. `nics` counts for `large` only. */
export const scenarios = { small, empty, large } as const satisfies Record<
  ScenarioName,
  (world: World, nics: number) => void
>;

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

/** An account that has nothing yet: regions and zones, no VPC. */
function empty(world: World): void {
  addRegions(world);
}
