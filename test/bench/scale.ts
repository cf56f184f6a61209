import { createNetwork, type Network, type NetworkParts } from '../../src/model/network';
import type { Intent } from '../../src/plan/intent';
import type { Plan } from '../../src/plan/plan';
import { planChange } from '../../src/plan/planChange';
import { undoIntent } from '../../src/plan/undoIntent';
import { createAddressIndex } from '../../src/search/addressIndex';
import { createNetworkStore } from '../../src/session/networkStore';
import { buildRecord } from '../support/buildEntry';
import { buildProfile } from '../support/buildProfile';
import { fakeApi } from '../support/fakeApi';
import { usedHeap } from './heap';
import { largeParts } from './largeParts';

/** Milliseconds of each of many runs, sorted. */
export type Times = (run: () => unknown) => readonly number[];

/** What a region of a size costs. */
export interface ScaleRow {
  readonly interfaces: number;
  readonly addresses: number;
  readonly networkMs: number;
  readonly indexMs: number;
  readonly findP95Ms: number;
  readonly changedMs: number;
  readonly kilobytesEach: number;
}

/** Subnets of 125 interfaces: 1,000 … 100,000 interfaces, half of them with two secondary IPs. */
const sizes = [8, 80, 400, 800];
const profile = { id: 'p1', name: 'production' };
const keystrokes = ['1', '10.2.', '10.2.4.117', '10.99.1.1', 'f2:20:00:1', 'web-77', '서버', '서버-9999', 'nothing'];

/** One row per size. Memory is that of interfaces, their servers and the network over them. */
export function scaleRows(times: Times): readonly ScaleRow[] {
  const median = (run: () => unknown): number => at(times(run), 0.5);
  return sizes.map((subnets) => {
    const parts = largeParts(subnets);
    const { network, kilobytes } = weighed(() => createNetwork(largeParts(subnets)));
    const index = createAddressIndex([{ profile, network }]);
    const [one] = network.interfaces.slice(network.interfaces.length >> 1);
    if (!one) throw new Error('No interface');
    let turn = 0;
    const change = (): Network =>
      network.withInterfaces([{ ...one, secondaryIpList: [`10.250.0.${(turn++ % 2) + 1}`] }]);
    return {
      interfaces: network.interfaces.length,
      addresses: network.interfaces.reduce((sum, { secondaryIpList }) => sum + 1 + secondaryIpList.length, 0),
      networkMs: median(() => createNetwork(parts)),
      indexMs: median(() => createAddressIndex([{ profile, network }])),
      findP95Ms: at(
        keystrokes.flatMap((text) => times(() => index.find(text))).toSorted((a, b) => a - b),
        0.95,
      ),
      changedMs: median(() => createAddressIndex([{ profile, network: change() }], index)),
      kilobytesEach: kilobytes / network.interfaces.length,
    };
  });
}

/** Kilobytes that refreshes of a region of 10,000 leave behind: after the first load, and after so many more. */
export async function measureRefreshes(refreshes = 100): Promise<{ readonly first: number; readonly last: number }> {
  const read =
    <T>(list: (parts: NetworkParts) => readonly T[]) =>
    (): Promise<T[]> =>
      Promise.resolve([...list(largeParts(80))]);
  const api = fakeApi({
    getVpcList: read(({ vpcs }) => vpcs),
    getSubnetList: read(({ subnets }) => subnets),
    getServerInstanceList: read(({ servers }) => servers),
    getNetworkInterfaceList: read(({ interfaces }) => interfaces),
  });
  const store = createNetworkStore({ get: () => Promise.resolve(api) }, () => Date.now());
  const scope = { profile: buildProfile(profile), regionCode: 'KR' };
  const before = usedHeap();
  await store.refresh(scope);
  const first = usedHeap() - before;
  for (let left = refreshes; left > 0; left -= 1) await store.refresh(scope);
  return { first, last: usedHeap() - before };
}

/** So many addresses move to the interface beside theirs, among 10,000: the plan, and the plan that takes it back. */
export function measureMoves(times: Times, moves = 1_000): { readonly planMs: number; readonly undoMs: number } {
  const network = createNetwork(largeParts(80));
  const items = Array.from({ length: moves }, (_, number): Intent['items'][number] => {
    // Pairs of neighbours in one subnet: of its 125 the last one has none.
    const place = Math.floor(number / 62) * 125 + (number % 62) * 2;
    const [from, to] = network.interfaces.slice(place, place + 2);
    if (!from || !to) throw new Error('Too few interfaces');
    const secondaryIps = from.secondaryIpList.slice(0, 1);
    return { kind: 'move', networkInterfaceNo: to.networkInterfaceNo, from: from.networkInterfaceNo, secondaryIps };
  });
  const planned = (): Plan => {
    const result = planChange({ items }, network);
    if (!result.ok) throw new Error(JSON.stringify(result.problems[0]));
    return result.plan;
  };
  const plan = planned();
  const moved = network.withInterfaces(
    plan.changes.flatMap(({ networkInterfaceNo, after }) => {
      const nic = network.interface(networkInterfaceNo);
      return nic ? [{ ...nic, secondaryIpList: after }] : [];
    }),
  );
  const steps = plan.steps.map((step) => buildRecord({ step }));
  const undo = (): void => {
    const inverse = undoIntent({ id: 'e1', plan, steps }, moved);
    if (!inverse.ok || !planChange(inverse.intent, moved).ok) throw new Error('It cannot be undone.');
  };
  return { planMs: at(times(planned), 0.5), undoMs: at(times(undo), 0.5) };
}

function weighed(make: () => Network): { readonly network: Network; readonly kilobytes: number } {
  const before = usedHeap();
  const network = make();
  return { network, kilobytes: usedHeap() - before };
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
