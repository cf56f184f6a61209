import { createRandom, type Random } from './createRandom';
import { createRateLimit } from './createRateLimit';
import { FaultQueue } from './faults/faultQueue';
import { RequestLog } from './requestLog';
import type { SandboxKey, SandboxOptions, ScenarioName } from './sandboxOptions';
import { scenarios } from './scenarios/scenarios';
import { World } from './state/world';

/** Everything one running sandbox remembers. A reset makes a new one, so nothing of the old can stay behind. */
export interface Machine {
  readonly options: SandboxOptions;
  readonly scenario: ScenarioName;
  readonly world: World;
  readonly keys: readonly SandboxKey[];
  /** Apart from the world's random, so that reading does not change which numbers are given out next. */
  readonly requestIds: Random;
  readonly faults: FaultQueue;
  readonly log: RequestLog;
  readonly acceptBusy: boolean;
  /** Milliseconds since the epoch on the sandbox's own clock, skew included. */
  readonly now: () => number;
  readonly limitRate: (now: number) => void;
}

/**
 * Builds the machine in the state of its seed. Throws an Error when there is no such scenario, since options may come as
 * JSON; for the same reason the keys are none of them: a reset does not change who may call.
 */
export function createMachine(options: SandboxOptions, keys: readonly SandboxKey[] = []): Machine {
  const { scenario = 'small', seed = 1, skew = 0, delay = 3000, nics = 2500 } = options;
  if (!Object.hasOwn(scenarios, scenario)) throw new Error(`Scenarios are ${Object.keys(scenarios).join(', ')}.`);
  const clock = options.now ?? Date.now;
  const now = () => clock() + skew;
  const world = new World(now, createRandom(seed), delay);
  scenarios[scenario](world, nics);
  return {
    options,
    scenario,
    world,
    keys,
    requestIds: createRandom(seed + 1),
    faults: new FaultQueue(),
    log: new RequestLog(),
    acceptBusy: options.acceptBusy ?? false,
    now,
    limitRate: createRateLimit(options.rate),
  };
}
