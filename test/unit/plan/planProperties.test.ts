import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Network } from '../../../src/model/network';
import type { IntentItem } from '../../../src/plan/intent';
import type { Plan } from '../../../src/plan/plan';
import { planChange } from '../../../src/plan/planChange';
import { undoIntent } from '../../../src/plan/undoIntent';
import { buildInterface, buildNetwork, buildSubnet } from '../../support/buildNetwork';
import { callDocumentedService, usableAddresses, type ModelInterface } from '../../support/documentedService';

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
const situation = fc
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
function carryOut(plan: Plan, network: Network) {
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

const addressesOf = (network: Network) =>
  Object.fromEntries(network.interfaces.map((one) => [one.networkInterfaceNo, [...one.secondaryIpList].sort()]));

describe('every plan', () => {
  it('breaks no documented rule and leads where its "after" says', () => {
    let planned = 0;
    fc.assert(
      fc.property(situation, ({ network, items }) => {
        const result = planChange({ items }, network);
        if (!result.ok) return;
        planned++;
        const { steps, lists } = carryOut(result.plan, network);
        const changes = new Map(result.plan.changes.map((change) => [change.networkInterfaceNo, change]));
        for (const one of network.interfaces) {
          const own = steps.filter(({ step }) => step.networkInterfaceNo === one.networkInterfaceNo);
          const chosen = new Set(own.flatMap((step) => step.chosen));
          const change = changes.get(one.networkInterfaceNo);
          const now = lists.get(one.networkInterfaceNo) ?? [];
          const listed = now.filter((address) => !chosen.has(address) || change?.after.includes(address));
          expect(listed.toSorted()).toEqual((change?.after ?? one.secondaryIpList).toSorted());
          expect(now.length - listed.length).toBe(change?.chosenByService ?? 0);
        }
      }),
      { numRuns: 600 },
    );
    expect(planned).toBeGreaterThan(100);
  });

  it('can be taken back, which leads where it began, and taken back again, which redoes it', () => {
    let undone = 0;
    fc.assert(
      fc.property(situation, ({ network, items }) => {
        const result = planChange({ items }, network);
        if (!result.ok) return;
        const first = carryOut(result.plan, network);
        const undo = undoIntent({ id: 'a', plan: result.plan, steps: first.steps }, first.after);
        if (!undo.ok) {
          expect(undo.problems).toEqual([{ kind: 'nothingToDo' }]);
          return;
        }
        const back = planChange(undo.intent, first.after);
        if (!back.ok) throw new Error(`cannot be taken back: ${JSON.stringify(back.problems)}`);
        const second = carryOut(back.plan, first.after);
        expect(addressesOf(second.after)).toEqual(addressesOf(network));

        const redo = undoIntent({ id: 'b', plan: back.plan, steps: second.steps }, second.after);
        if (!redo.ok) throw new Error(`cannot be redone: ${JSON.stringify(redo.problems)}`);
        const again = planChange(redo.intent, second.after);
        if (!again.ok) throw new Error(`cannot be redone: ${JSON.stringify(again.problems)}`);
        expect(addressesOf(carryOut(again.plan, second.after).after)).toEqual(addressesOf(first.after));
        undone++;
      }),
      { numRuns: 600 },
    );
    expect(undone).toBeGreaterThan(100);
  });

  it('is the same for the same network and intent', () => {
    fc.assert(
      fc.property(situation, ({ network, items }) => {
        expect(JSON.stringify(planChange({ items }, network))).toBe(JSON.stringify(planChange({ items }, network)));
      }),
      { numRuns: 100 },
    );
  });

  it('is refused only for a reason, and never both made and refused', () => {
    fc.assert(
      fc.property(situation, ({ network, items }) => {
        const result = planChange({ items }, network);
        expect(result.ok ? result.plan.steps.length : result.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
