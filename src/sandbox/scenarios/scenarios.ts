import type { ScenarioName } from '../sandboxOptions';
import type { World } from '../state/world';
import { empty } from './empty';
import { large } from './large';
import { small } from './small';

/** What a world begins with. `nics` counts for `large` only. */
export const scenarios = { small, empty, large } as const satisfies Record<
  ScenarioName,
  (world: World, nics: number) => void
>;
