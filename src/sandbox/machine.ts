import { createRandom, type Random } from './createRandom';
import { FaultQueue } from './faults/faultQueue';
import { RequestLog } from './requestLog';
import type { SandboxKey, SandboxOptions, ScenarioName } from './sandboxOptions';
import { build } from './scenarios/build';
import { scenarios } from './scenarios/scenarios';
import { World } from './state/world';
import { GatewayError } from './wire/gatewayError';

/** Everything one running sandbox remembers. A reset makes a new one, so nothing of the old can stay behind. */
export interface Machine {
  readonly options: SandboxOptions;
  readonly scenario: ScenarioName;
  /** What the numbers of the account's users begin with. */
  readonly accountNo: string;
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
  /** The same machine with the world of somebody else's account, which begins with the scenario and keeps what happens to it. */
  readonly ofOtherAccount: (scenario: ScenarioName) => Machine;
}

/** Interfaces of another account when it begins with the scenario `large`. */
const otherNics = 20;

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
  if (options.transitVpc) world.regions.slice(0, 1).forEach(build.transitVpc);
  const others = new Map<ScenarioName, World>();
  const otherWorld = (begins: ScenarioName) => {
    const other = others.get(begins) ?? new World(now, createRandom(seed + 2), delay);
    if (!others.has(begins)) scenarios[begins](other, otherNics);
    others.set(begins, other);
    return other;
  };
  const machine: Machine = {
    options,
    scenario,
    accountNo: '251000',
    world,
    keys,
    requestIds: createRandom(seed + 1),
    faults: new FaultQueue(),
    log: new RequestLog(),
    acceptBusy: options.acceptBusy ?? false,
    now,
    limitRate: createRateLimit(options.rate, options.retryAfter),
    ofOtherAccount: (begins) => ({ ...machine, accountNo: '252000', world: otherWorld(begins) }),
  };
  return machine;
}

/** Throws GatewayError 420 from the call on that is one too many within a second, with `Retry-After` when it `saysWhen`. */
export function createRateLimit(perSecond: number | undefined, saysWhen = true): (now: number) => void {
  let recent: number[] = [];
  return (now) => {
    if (perSecond === undefined) return;
    recent = recent.filter((time) => time > now - 1000 && time <= now);
    if (recent.length >= perSecond) throw new GatewayError('420', '', saysWhen ? { 'Retry-After': '1' } : {});
    recent.push(now);
  };
}
