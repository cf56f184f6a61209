import fc from 'fast-check';
import { expect } from 'vitest';
import type { Network } from '../../src/model/network';
import type { NetworkInterface } from '../../src/model/networkInterface';
import type { IntentItem } from '../../src/plan/intent';
import type { Plan, Step } from '../../src/plan/plan';
import { stepDrift, touchedBy } from '../../src/plan/stepDrift';
import type { InterfaceAddresses } from '../../src/plan/verifyStep';
import { buildInterface, buildNetwork, buildSubnet } from './buildNetwork';
import { callDocumentedService, usableAddresses, type ModelInterface } from './documentedService';

const subnets = [
  buildSubnet({ subnetNo: '1', subnet: '10.0.10.0/27' }),
  buildSubnet({ subnetNo: '2', vpcNo: '1205', subnet: '10.0.10.0/28' }),
];

/** A crowded network: full interfaces, two VPCs with the same range, some interfaces busy. */
const crowdedNetwork = fc
  .record({
    sizes: fc.array(fc.tuple(fc.constantFrom('1', '1', '1', '2'), fc.integer({ min: 0, max: 5 })), {
      minLength: 1,
      maxLength: 6,
    }),
    busy: fc.integer({ min: 0, max: 30 }),
    seed: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
  })
  .map(({ sizes, busy, seed }) => {
    const left = new Map(subnets.map(({ subnetNo, subnet }) => [subnetNo, usableAddresses(subnet)]));
    let turn = 0;
    const draw = (subnetNo: string) => {
      const pool = left.get(subnetNo)!;
      return pool.splice((seed[turn++ % seed.length] ?? 0) % Math.max(1, pool.length), 1);
    };
    const interfaces = sizes.flatMap(([subnetNo, secondaries], index) => {
      const [ip] = draw(subnetNo);
      if (ip === undefined) return [];
      const secondaryIpList = Array.from({ length: secondaries }, () => draw(subnetNo)).flat();
      const code = busy === index ? 'SET' : 'USED';
      return buildInterface({
        networkInterfaceNo: `${index + 1}`,
        subnetNo,
        ip,
        secondaryIpList,
        networkInterfaceStatus: { code },
      });
    });
    return buildNetwork({ subnets, interfaces });
  });

const address = fc.integer({ min: 4, max: 31 }).map((last) => `10.0.10.${last}`);
const no = fc.integer({ min: 1, max: 7 }).map(String);
const some = fc.array(address, { maxLength: 3 });
const item: fc.Arbitrary<IntentItem> = fc.oneof(
  fc.record({
    kind: fc.constant('assign' as const),
    networkInterfaceNo: no,
    secondaryIps: some,
    propose: fc.constantFrom(0, 0, 1, 3),
    count: fc.constantFrom(0, 0, 1, 2),
    allowReassign: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('unassign' as const), networkInterfaceNo: no, secondaryIps: some }),
  fc.record({ kind: fc.constant('move' as const), networkInterfaceNo: no, secondaryIps: some }),
);

/** Items that mostly make sense in this network: a plan that is refused proves little. */
function sensible(network: Network, raw: IntentItem[]): IntentItem[] {
  const all = network.interfaces;
  const held = all.flatMap((one) => one.secondaryIpList.map((held) => ({ one, held })));
  return raw.map((one, index) => {
    const pick = held[(index * 7 + one.secondaryIps.length * 3) % Math.max(1, held.length)];
    const target = all[Number(one.networkInterfaceNo) % all.length]!;
    if (one.kind === 'unassign' && pick) {
      return { ...one, networkInterfaceNo: pick.one.networkInterfaceNo, secondaryIps: [pick.held] };
    }
    if (one.kind === 'move' && pick) {
      const neighbours = network.interfacesOf(pick.one.subnetNo);
      const { networkInterfaceNo } = neighbours[Number(one.networkInterfaceNo) % neighbours.length]!;
      return { ...one, networkInterfaceNo, secondaryIps: [pick.held] };
    }
    const usable = usableAddresses(network.subnet(target.subnetNo)!.subnet).filter(
      (free) => !all.some(({ ip }) => ip === free),
    );
    const secondaryIps = [
      ...new Set(one.secondaryIps.map((text) => usable[Number(text.split('.')[3]) % usable.length]!)),
    ];
    return { ...one, networkInterfaceNo: target.networkInterfaceNo, secondaryIps };
  });
}
/** A network and what somebody wants of it, which mostly makes sense. */
export const situation: fc.Arbitrary<{ network: Network; items: IntentItem[] }> = fc
  .tuple(crowdedNetwork, fc.array(item, { minLength: 1, maxLength: 4 }), fc.integer({ max: 9, min: 0 }))
  .map(([network, items, asIs]) => ({ network, items: asIs === 0 ? items : sensible(network, items) }));

function worldOf(network: Network): ModelInterface[] {
  return network.interfaces.map((one) => ({
    no: one.networkInterfaceNo,
    subnetNo: one.subnetNo,
    cidr: network.subnet(one.subnetNo)!.subnet,
    primary: one.ip,
    settling: one.networkInterfaceStatus.code === 'SET',
    secondary: [...one.secondaryIpList],
  }));
}

/** Carries a plan out in the model and tells what became of every step. */
export function carryOut(plan: Plan, network: Network) {
  const world = worldOf(network);
  const steps = plan.steps.map((step) => {
    for (const { address, from } of step.takes) {
      expect(world.find((one) => one.no === from)?.secondary).toContain(address);
    }
    const chosen = callDocumentedService(world, step);
    const addresses = [...step.secondaryIps, ...chosen].map((address) => ({ address, result: 'applied' }) as const);
    return { step, addresses, chosen };
  });
  const lists = new Map(world.map((one) => [one.no, one.secondary]));
  const after = network.withInterfaces(
    network.interfaces.map((one) => ({ ...one, secondaryIpList: lists.get(one.networkInterfaceNo) ?? [] })),
  );
  return { steps, lists, after };
}

/** Secondary IPs by interface, in no particular order. */
export const addressesOf = (network: Network): Record<string, string[]> =>
  Object.fromEntries(network.interfaces.map((one) => [one.networkInterfaceNo, [...one.secondaryIpList].sort()]));

/** What the network and the service do to one step; `lost`: carried out or not, nobody hears of it. */
export type Fate = 'applied' | 'refused' | 'lost' | 'lostBefore';

/** Any fate, for step after step. */
export const fates: fc.Arbitrary<Fate[]> = fc.array(
  fc.constantFrom<Fate>('applied', 'applied', 'applied', 'refused', 'lost', 'lostBefore'),
  { minLength: 6, maxLength: 6 },
);

/** A step as a journal entry has it. */
export interface PlayedStep {
  readonly step: Step;
  readonly state: 'done';
  readonly result: 'applied' | 'notApplied' | 'unknown' | 'skipped';
  readonly addresses: readonly { readonly address: string; readonly result: 'applied' | 'notApplied' | 'unknown' }[];
  readonly chosen: readonly string[];
  readonly before?: readonly InterfaceAddresses[];
}

/**
 * Carries a plan out as the executor would, with a fate for each step: what no longer fits is not sent, and nothing is
 * after a lost answer. `colleague` assigns one more address to the interface of a call whose answer is lost.
 */
export function playPlan(plan: Plan, network: Network, fate: readonly Fate[], colleague?: string) {
  const world = worldOf(network);
  const listed = (no: string) => world.find((one) => one.no === no)!;
  const steps: PlayedStep[] = [];
  const others: string[] = [];
  let isStopped = false;
  plan.steps.forEach((step, index) => {
    const own = fate[index % fate.length]!;
    const target = listed(step.networkInterfaceNo);
    const neighbours = world
      .filter(({ subnetNo }) => subnetNo === target.subnetNo)
      .map(({ no, secondary }) => ({ networkInterfaceNo: no, secondaryIpList: [...secondary] }));
    const touched = new Set(touchedBy(step));
    const before = neighbours.filter(({ networkInterfaceNo }) => touched.has(networkInterfaceNo));
    const drift = stepDrift(step, before as unknown as readonly NetworkInterface[]);
    const became = (result: 'applied' | 'notApplied' | 'unknown', addresses = step.secondaryIps) =>
      addresses.map((address) => ({ address, result }));
    if (isStopped || drift) {
      steps.push({ step, state: 'done', result: 'skipped', addresses: became('notApplied'), chosen: [] });
      return;
    }
    const happens = own === 'applied' || own === 'lost';
    const chosen = happens ? tryService(world, step) : undefined;
    if (own === 'lost' || own === 'lostBefore') {
      isStopped = true;
      if (colleague !== undefined && target.secondary.length < 5) {
        target.secondary.push(colleague);
        others.push(`${target.subnetNo} ${colleague}`);
      }
      const had = before.find(({ networkInterfaceNo }) => networkInterfaceNo === target.no)!.secondaryIpList;
      const appeared = step.count === 0 ? [] : target.secondary.filter((one) => !had.includes(one));
      const addresses = became('unknown', [...new Set([...step.secondaryIps, ...appeared])]);
      steps.push({ step, state: 'done', result: 'unknown', addresses, chosen: [], before });
    } else if (chosen) {
      const addresses = became('applied', [...step.secondaryIps, ...chosen]);
      steps.push({ step, state: 'done', result: 'applied', addresses, chosen, before });
    } else
      steps.push({ step, state: 'done', result: 'notApplied', addresses: became('notApplied'), chosen: [], before });
  });
  const lists = new Map(world.map((one) => [one.no, one.secondary]));
  const after = network.withInterfaces(
    network.interfaces.map((one) => ({ ...one, secondaryIpList: lists.get(one.networkInterfaceNo) ?? [] })),
  );
  return { steps, after, others };
}

/** What the service chose; undefined when it refused, because an earlier step did not make room. */
function tryService(world: ModelInterface[], step: Step): string[] | undefined {
  try {
    return callDocumentedService(world, step);
  } catch {
    return undefined;
  }
}
